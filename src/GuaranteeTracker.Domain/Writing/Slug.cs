namespace GuaranteeTracker.Domain.Writing;

/// <summary>
/// Ids of actors and topics: words of <c>a–z</c> and <c>0–9</c> joined by single hyphens, at most 64 characters.
/// ASCII only, so that no two ids look alike.
/// </summary>
public static class Slug
{
    public const int MaxLength = 64;

    public const string Rule = "An id is made of the letters a–z and digits, in words joined by single hyphens, at most 64 characters: russian-foreign-ministry.";

    public static bool IsValid(string? id) =>
        id is { Length: > 0 and <= MaxLength }
        && id[0] != '-' && id[^1] != '-' && !id.Contains("--", StringComparison.Ordinal)
        && id.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
}
