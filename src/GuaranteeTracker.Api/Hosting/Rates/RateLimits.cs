using System.Security.Claims;
using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Hosting.Security.Keys;
using GuaranteeTracker.Api.Hosting.Security.Tokens;
using Microsoft.AspNetCore.Authentication;

namespace GuaranteeTracker.Api.Hosting.Rates;

/// <summary>How much one caller may ask for: whoever proves who it is is counted by its key or name, everybody else by address. Health is exempt.</summary>
internal sealed class RateLimits
{
    private readonly Rate _reading, _recording, _failures;
    private readonly bool _limitsLoopback;
    private readonly KeyRing _keys;

    public RateLimits(Settings settings, KeyRing keys, TimeProvider clock)
    {
        _keys = keys;
        var rates = settings.Rates;
        (_reading, _recording, _failures) = (new(rates.ShareOf(rates.Reading), clock), new(rates.ShareOf(rates.Recording), clock), new(rates.ShareOf(rates.Failures), clock));
        _limitsLoopback = rates.LimitLoopback;
    }

    /// <summary>Before anything is looked up for a key or token: not for an address that sent too many that are not in force, but for keys in force that nobody can guess.</summary>
    public async Task RefuseGuessersAsync(HttpContext http, RequestDelegate next)
    {
        var wait = BearerToken.IsSent(http.Request) && IsLimited(http) ? _failures.Look(AddressOf(http)) : null;
        await (wait is null || await _keys.KnowsAsync(BearerToken.Of(http.Request) ?? "", http.RequestAborted) ? next(http) : RefuseAsync(http, wait.Value));
    }

    /// <summary>Once it is known who calls.</summary>
    public async Task LimitAsync(HttpContext http, RequestDelegate next)
    {
        if (!IsLimited(http))
        {
            await next(http);
            return;
        }

        if (BearerToken.IsSent(http.Request) && (await http.AuthenticateAsync()).Failure is not (null or IssuerAwayException or KeysAwayException)) // looked up already
        {
            _failures.Take(AddressOf(http));
        }

        var rate = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || HttpMethods.IsOptions(http.Request.Method) ? _reading : _recording;
        await (rate.Take(CallerOf(http)) is { } wait ? RefuseAsync(http, wait) : next(http));
    }

    /// <summary>Stored keys have an id and no name; those of the settings, and tokens, have a name.</summary>
    private static string CallerOf(HttpContext http) =>
        http.User.FindFirstValue(CallerClaims.Key) is { } key ? "key " + key
        : http.User.Identity is { IsAuthenticated: true, Name: { } name } ? "caller " + name
        : AddressOf(http);

    private static string AddressOf(HttpContext http) => CallerAddress.Of(http.Connection.RemoteIpAddress);

    private static Task RefuseAsync(HttpContext http, TimeSpan wait) => ProblemAnswer.WriteAsync(http, Problems.TooManyRequests(wait));

    private bool IsLimited(HttpContext http) =>
        (_limitsLoopback || !CallerAddress.IsLoopback(http.Connection.RemoteIpAddress)) && !http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);
}
