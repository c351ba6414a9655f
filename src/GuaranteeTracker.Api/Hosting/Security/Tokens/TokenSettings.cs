namespace GuaranteeTracker.Api.Hosting.Security.Tokens;

/// <summary>The settings under <c>GuaranteeTracker:Tokens</c>: whose tokens are taken, and what they allow.</summary>
internal sealed record TokenSettings
{
    private const string Section = "GuaranteeTracker:Tokens";

    /// <summary>What signs with a key of its own, which nobody else has. Never <c>none</c>; never HS…, whose key is on both sides.</summary>
    private static readonly string[] _signing = ["ES256", "ES384", "ES512", "PS256", "PS384", "PS512", "RS256", "RS384", "RS512"];

    private static readonly string[] _usual = ["ES256", "RS256", "PS256"];

    /// <summary>The issuer, as it calls itself; null: no tokens are taken.</summary>
    public string? Authority { get; init; }

    /// <summary>What this service is called in the <c>aud</c> of tokens that are meant for it.</summary>
    public string Audience { get; init; } = "";

    /// <summary>Where the issuer's keys are, if not at its own host; null: where its metadata says.</summary>
    public string? Keys { get; init; }

    /// <summary>The algorithms taken; null: the usual ones.</summary>
    public IReadOnlyList<string>? Algorithms { get; init; }

    /// <summary>The claim whose values give roles.</summary>
    public string RoleClaim { get; init; } = "roles";

    /// <summary>The role of each value of the claim; null: the roles' own names.</summary>
    public IReadOnlyDictionary<string, Role>? Roles { get; init; }

    public IReadOnlyList<string> Pinned => Algorithms is { Count: > 0 } ? Algorithms : _usual;

    public IReadOnlyDictionary<string, Role> RoleOfValue { get; private init; } = Enum.GetValues<Role>().Where(role => role != Role.None)
        .ToDictionary(role => role.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    /// <param name="isDevelopment">There an issuer may speak plain HTTP.</param>
    /// <returns>The settings in use; null where no tokens are taken.</returns>
    /// <exception cref="StartException">They cannot be used; the message names the setting.</exception>
    public TokenSettings? Check(bool isDevelopment)
    {
        if (string.IsNullOrWhiteSpace(Authority))
        {
            return null;
        }

        RefuseUnless(IsIssuer(Authority, isDevelopment), nameof(Authority), "the issuer's address, https:// outside Development, as its tokens have it in iss");
        RefuseUnless(!string.IsNullOrWhiteSpace(Audience), nameof(Audience), "what this service is called in the aud of its tokens");
        RefuseUnless(string.IsNullOrWhiteSpace(Keys) || IsIssuer(Keys, isDevelopment), nameof(Keys), "the address of the issuer's keys, https:// outside Development");
        RefuseUnless(Pinned.All(name => _signing.Contains(name, StringComparer.Ordinal)), nameof(Algorithms), $"some of {string.Join(", ", _signing)}");
        RefuseUnless(!string.IsNullOrWhiteSpace(RoleClaim), nameof(RoleClaim), "the name of a claim");
        RefuseUnless(Roles?.Values.All(role => role != Role.None && Enum.IsDefined(role)) != false, nameof(Roles), "reader, analyst, editor or admin for each value");
        return this with
        {
            Keys = string.IsNullOrWhiteSpace(Keys) ? null : Keys,
            RoleOfValue = Roles is { Count: > 0 } ? Roles.ToDictionary(StringComparer.Ordinal) : RoleOfValue,
        };
    }

    private static bool IsIssuer(string address, bool isDevelopment) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri is { Query: "", Fragment: "", UserInfo: "" }
        && (uri.Scheme == Uri.UriSchemeHttps || (isDevelopment && uri.Scheme == Uri.UriSchemeHttp));

    private static void RefuseUnless(bool isUsable, string setting, string wanted)
    {
        if (!isUsable)
        {
            throw new StartException($"{Section}:{setting} cannot be used; set {wanted}.");
        }
    }
}
