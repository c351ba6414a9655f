using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Hosting;

namespace GuaranteeTracker.Api.Replaying;

/// <summary>A service that steps are sent to. Whatever would fail with every further step is an <see cref="UnusableInputException"/>.</summary>
internal sealed class RemoteService : IDisposable
{
    private readonly HttpClient _http;

    /// <param name="url">The service's PublicUrl.</param>
    /// <param name="patience">How long an answer may take to begin; null: 100 seconds.</param>
    public RemoteService(Uri url, string? key, TimeSpan? patience = null)
    {
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = patience ?? TimeSpan.FromSeconds(100), BaseAddress = new Uri($"{url.GetLeftPart(UriPartial.Path).TrimEnd('/')}/") };
        _http.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
    }

    public async Task<HttpResponseMessage> SendAsync(RecordStep step, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(step.Method, step.Path.TrimStart('/')) { Content = new ReadOnlyMemoryContent(step.Body) };
        request.Content.Headers.ContentType = new("application/json");
        return await SendAsync(request, cancellation);
    }

    /// <summary>Sends nothing of the content before the service asks for it, and answers as soon as the answer begins.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, HttpContent content, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content, Headers = { ExpectContinue = true } };
        return await SendAsync(request, cancellation, HttpCompletionOption.ResponseHeadersRead);
    }

    public async Task<HttpResponseMessage> GetAsync(string path, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path.TrimStart('/'));
        return await SendAsync(request, cancellation);
    }

    /// <exception cref="UnusableInputException">The service fails, or does not know the key: so it would with all that follows.</exception>
    public static async Task<StepResult> ResultAsync(HttpResponseMessage response, bool isNew, CancellationToken cancellation) => response switch
    {
        { IsSuccessStatusCode: true } => new(isNew, null),
        { StatusCode: HttpStatusCode.Unauthorized or >= HttpStatusCode.InternalServerError } => throw new UnusableInputException(await ExplainAsync(response, cancellation)),
        _ => new(false, await ExplainAsync(response, cancellation)),
    };

    /// <exception cref="UnusableInputException">It is no JSON object: something else answers at this address.</exception>
    public async Task<JsonObject> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<JsonObject>(Json.Options, cancellation) ?? throw new JsonException("This is null.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new UnusableInputException($"{_http.BaseAddress} answers with something that is not GuaranteeTracker's: {e.Message}", e);
        }
    }

    public static async Task<string> ExplainAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var status = $"{(int)response.StatusCode} {response.ReasonPhrase}";
        try
        {
            return await response.Content.ReadFromJsonAsync<ProblemAnswer>(Json.Options, cancellation) is { } problem
                ? $"{status}. {Refusals.Describe(problem.Detail, problem.Errors)}"
                : status;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return status; // not from this service: its status is all there is to tell
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation, HttpCompletionOption option = HttpCompletionOption.ResponseContentRead)
    {
        try
        {
            return await _http.SendAsync(request, option, cancellation);
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new UnusableInputException($"{_http.BaseAddress} cannot be reached: {e.Message}", e);
        }
    }
}
