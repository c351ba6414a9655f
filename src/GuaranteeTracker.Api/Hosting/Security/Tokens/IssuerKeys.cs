using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace GuaranteeTracker.Api.Hosting.Security.Tokens;

/// <summary>The issuer's keys, as it last told them. Whatever callers send, it is asked by one request at a time, and seldom.</summary>
internal sealed class IssuerKeys(TokenSettings settings, IDocumentRetriever documents, TimeProvider clock, ILogger<IssuerKeys> log) : IConfigurationManager<OpenIdConnectConfiguration>
{
    /// <summary>Asked anew beside the requests after <see cref="Fresh"/>; used no longer than <see cref="Usable"/>; not asked again before <see cref="Pause"/>.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromHours(1), Usable = TimeSpan.FromHours(24), Pause = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private (OpenIdConnectConfiguration Told, long At)? _known;
    private long? _pausedAt;
    private Task _asking = Task.CompletedTask;

    /// <exception cref="IssuerAwayException">There are none that could be used.</exception>
    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        if (Known(Fresh) is { } fresh)
        {
            return fresh;
        }

        var asking = AskAsync(isForKey: false);
        if (Known(Usable) is null)
        {
            await asking.WaitAsync(cancel);
        }

        return Known(Usable) ?? throw new IssuerAwayException();
    }

    /// <summary>Asks for a key that the issuer may have made since; a key that nobody has costs no more than one question in ten seconds.</summary>
    /// <exception cref="IssuerAwayException">There are none that could be used.</exception>
    public async Task LookForAsync(string? key, CancellationToken cancel)
    {
        var known = await GetConfigurationAsync(cancel);
        if (!string.IsNullOrEmpty(key) && !known.SigningKeys.Any(one => one.KeyId == key))
        {
            await AskAsync(isForKey: true).WaitAsync(cancel);
        }
    }

    /// <summary>Nothing: <see cref="LookForAsync"/> comes before.</summary>
    public void RequestRefresh()
    {
    }

    private OpenIdConnectConfiguration? Known(TimeSpan span)
    {
        lock (_gate)
        {
            return _known is { } known && clock.GetElapsedTime(known.At) < span ? known.Told : null;
        }
    }

    private Task AskAsync(bool isForKey)
    {
        lock (_gate)
        {
            if (_asking.IsCompleted && (_pausedAt is not { } at || clock.GetElapsedTime(at) >= Pause))
            {
                _pausedAt = isForKey ? clock.GetTimestamp() : null;
                _asking = Task.Run(AskAsync);
            }

            return _asking;
        }
    }

    private async Task AskAsync()
    {
        try
        {
            var told = await OpenIdConnectConfigurationRetriever.GetAsync(IssuerDocuments.MetadataOf(settings.Authority!), documents, CancellationToken.None); // they have a patience of their own
            if (told.Issuer?.TrimEnd('/') != settings.Authority!.TrimEnd('/'))
            {
                throw new IOException("The issuer calls itself something else; set GuaranteeTracker:Tokens:Authority to what its metadata have as issuer.");
            }

            lock (_gate)
            {
                _known = (told, clock.GetTimestamp());
            }
        }
        catch (Exception e)
        {
            log.LogWarning("The keys of the issuer of tokens are not to be had: {Why}", e.Message); // whoever waits looks at what is known, and that is nothing new
            lock (_gate)
            {
                _pausedAt = clock.GetTimestamp();
            }
        }
    }
}
