using GuaranteeTracker.Api.Keys;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Commands;

/// <summary>A key on one line, for people.</summary>
internal static class KeyLine
{
    public static string Of(KeyView key) => string.Join("  ",
    [
        $"{key.Id}", key.Role, key.Name ?? $"analyst {key.Analyst}",
        .. key.Label is { } label ? [label] : Array.Empty<string>(),
        $"since {Iso.Day(DateOnly.FromDateTime(key.Created))}",
        .. key.LastUsed is { } used ? [$"last used {Iso.Instant(used)}"] : Array.Empty<string>(),
        .. key.Expires is { } expires ? [$"until {Iso.Shortest(expires)}"] : Array.Empty<string>(),
        EnumWords.Of(key.State).Replace('-', ' '),
    ]);
}
