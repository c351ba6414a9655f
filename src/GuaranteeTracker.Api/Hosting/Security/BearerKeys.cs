using System.Text.Encodings.Web;
using GuaranteeTracker.Api.Hosting.Security.Keys;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace GuaranteeTracker.Api.Hosting.Security;

/// <summary>Authentication by keys. What has the shape of a token comes here only where no tokens are taken: it is a key that is not in force.</summary>
internal sealed class BearerKeys(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, KeyRing keys, LastUses uses)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = BearerToken.Scheme;

    private static readonly AuthenticateResult
        _unknown = AuthenticateResult.Fail("The key is not in force."),
        _mistyped = AuthenticateResult.Fail(new MistypedKeyException());

    private static readonly Problem _mistypedKey = new(
        401, "mistyped-key", $"This is not a whole key as they are given out: {KeyText.Prefix} and {KeyText.Length - KeyText.Prefix.Length} letters and digits. Look for a typo, or an end that was cut off.");

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!BearerToken.IsSent(Request))
        {
            return AuthenticateResult.NoResult();
        }

        if (BearerToken.Of(Request) is not { Length: >= SettingsKeys.ShortestKey } text)
        {
            return _unknown;
        }

        if (text.Length > SettingsKeys.LongestKey)
        {
            return _unknown;
        }

        try
        {
            return await keys.FindAsync(text, Context.RequestAborted) is { } holder ? Admit(holder)
                : KeyText.IsMeantAsKey(text) && !KeyText.IsWhole(text) ? _mistyped
                : _unknown;
        }
        catch (KeysAwayException e)
        {
            return AuthenticateResult.Fail(e); // what needs no key goes on
        }
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        switch ((await HandleAuthenticateOnceSafeAsync()).Failure)
        {
            case KeysAwayException away:
                Logger.LogError(away, "Nobody is let in by a key while the keys cannot be read");
                await ProblemAnswer.WriteAsync(Context, Problems.DatabaseAway);
                break;
            case MistypedKeyException:
                Response.Headers[HeaderNames.WWWAuthenticate] = SchemeName;
                await ProblemAnswer.WriteAsync(Context, _mistypedKey);
                break;
            default:
                Response.StatusCode = StatusCodes.Status401Unauthorized;
                Response.Headers[HeaderNames.WWWAuthenticate] = SchemeName;
                break;
        }
    }

    private AuthenticateResult Admit(KeyHolder holder)
    {
        if (holder.Key is { } key)
        {
            uses.Note(key);
        }

        return AuthenticateResult.Success(new(holder.AsCaller(SchemeName), SchemeName));
    }

    private sealed class MistypedKeyException() : Exception("The key is not whole.");
}
