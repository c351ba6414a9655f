using System.Security.Claims;

namespace GuaranteeTracker.Api.Hosting.Security.Keys;

/// <summary>Whose key it is.</summary>
/// <param name="Name">Of a key out of the settings: known to this installation only; events carry a pseudonym. Null for stored keys, which name the pseudonym itself.</param>
internal sealed record KeyHolder(string? Name, Role Role)
{
    /// <summary>A stored key's id, which is no secret.</summary>
    public Guid? Key { get; init; }

    /// <summary>The pseudonym that a stored key belongs to, whatever happens to the name behind it.</summary>
    public Guid? Analyst { get; init; }

    public ClaimsPrincipal AsCaller(string scheme)
    {
        var identity = new ClaimsIdentity([new(ClaimTypes.Role, Role.ToString())], scheme);
        foreach (var (type, value) in new[] { (ClaimTypes.Name, Name), (CallerClaims.Key, Key?.ToString()), (CallerClaims.Analyst, Analyst?.ToString()) })
        {
            if (value is not null)
            {
                identity.AddClaim(new(type, value));
            }
        }

        return new ClaimsPrincipal(identity);
    }
}
