using Microsoft.IdentityModel.Protocols;

namespace GuaranteeTracker.Api.Hosting.Security.Tokens;

/// <summary>Asks the issuer that the settings name, and nobody else: for so long, for so much, and wherever it may point to.</summary>
internal sealed class IssuerDocuments : IDocumentRetriever, IDisposable
{
    public const int LargestAnswer = 256 * 1024;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    private readonly Uri _authority;
    private readonly string? _keys;
    private readonly HttpClient _http;

    /// <param name="patience">How long each answer may take; null: 5 seconds.</param>
    public IssuerDocuments(TokenSettings settings, TimeSpan? patience = null)
    {
        (_authority, _keys) = (new(settings.Authority!), settings.Keys);
        _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            Timeout = patience ?? _patience,
            MaxResponseContentBufferSize = LargestAnswer,
        };
    }

    public static string MetadataOf(string authority) => authority.TrimEnd('/') + "/.well-known/openid-configuration";

    /// <exception cref="IOException">The address is not one of the issuer's, or it does not answer as it should.</exception>
    public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
    {
        if (!IsTheIssuers(address))
        {
            throw new IOException("The issuer's metadata name keys at another host; set GuaranteeTracker:Tokens:Keys to their address if they belong there.");
        }

        try
        {
            return await _http.GetStringAsync(new Uri(address), cancel);
        }
        catch (HttpRequestException e)
        {
            throw new IOException($"The issuer does not answer as it should: {e.Message}", e);
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new IOException("The issuer does not answer in time.", e);
        }
    }

    public void Dispose() => _http.Dispose();

    private bool IsTheIssuers(string address) =>
        string.Equals(address, _keys, StringComparison.Ordinal)
        || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && Uri.Compare(uri, _authority, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0);
}
