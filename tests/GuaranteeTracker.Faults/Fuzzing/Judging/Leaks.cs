using System.Text.RegularExpressions;

namespace GuaranteeTracker.Faults.Fuzzing.Judging;

/// <summary>Words that only the inside of the service knows.</summary>
internal static partial class Leaks
{
    /// <returns>Empty where there is none.</returns>
    public static string In(string text) => Inside().Match(text).Value;

    [GeneratedRegex(@"\n?\s+at [A-Z]\w+\.|\w+Exception\b|\.cs\b|\.dll\b|Npgsql|Marten|Microsoft|System\.|Kestrel|ASP\.NET|\bmt_(?!events; --)\w+|\bselect .* from\b|\binsert into\b|\b23505\b|/(?:usr|tmp|home|root|src)/|LineNumber|BytePosition", RegexOptions.CultureInvariant)]
    private static partial Regex Inside();
}
