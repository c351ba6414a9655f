using System.Security.Claims;
using GuaranteeTracker.Api.Hosting.Security.Keys;
using GuaranteeTracker.Api.Hosting.Security.Tokens;
using Microsoft.AspNetCore.Authentication;

namespace GuaranteeTracker.Api.Hosting.Security;

/// <summary>
/// Whether the caller of a stream would be let in still: its key may be revoked, and key or token expire, while the stream goes on.
/// While the keys cannot be read it goes on as it is: then nothing can be recorded, and nothing new be read, and the next look tells.
/// </summary>
internal sealed class Admission : IAsyncDisposable
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _over = new(), _done = new();
    private readonly Task _watch;

    private Admission(Func<CancellationToken, Task<bool>> holds, TimeProvider clock) => _watch = WatchAsync(holds, clock);

    /// <summary>Cancelled soon after the caller would not be let in any more.</summary>
    public CancellationToken Over => _over.Token;

    /// <summary>Watches the caller of a request until disposed of.</summary>
    public static async Task<Admission> OfAsync(HttpContext http)
    {
        var (keys, clock) = (http.RequestServices.GetRequiredService<KeyRing>(), http.RequestServices.GetRequiredService<TimeProvider>());
        var (text, role, id) = (BearerToken.Of(http.Request), http.User.RoleOf(), http.User.FindFirstValue(CallerClaims.Key));
        var expires = (await http.AuthenticateAsync()).Properties?.ExpiresUtc; // of tokens; looked up already
        return new(expires is { } end ? _ => Task.FromResult(clock.GetUtcNow() < end + BearerTokens.Skew) : HoldsAsync, clock);

        async Task<bool> HoldsAsync(CancellationToken cancellation)
        {
            try
            {
                return text is not null && await keys.FindAsync(text, cancellation) is { } holder && holder.Role == role && holder.Key?.ToString() == id;
            }
            catch (KeysAwayException)
            {
                return true;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _done.CancelAsync();
        await _watch;
        _done.Dispose();
        _over.Dispose();
    }

    private async Task WatchAsync(Func<CancellationToken, Task<bool>> holds, TimeProvider clock)
    {
        try
        {
            do
            {
                await Task.Delay(_pause, clock, _done.Token);
            }
            while (await holds(_done.Token));
        }
        catch (OperationCanceledException) when (_done.IsCancellationRequested)
        {
            return; // nobody asks any more
        }
        finally
        {
            await _over.CancelAsync(); // also where nobody can tell: DisposeAsync tells why
        }
    }
}
