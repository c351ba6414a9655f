using System.Globalization;

namespace GuaranteeTracker.Domain.Claims;

internal static class LookAlikes
{
    private const string SingleQuotes = "'\u2018\u2019\u201A\u201B\u2032\u02BC\u00B4`";
    private const string DoubleQuotes = "\"\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB";
    private const string Dashes = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212";

    private static readonly (LookAlike Kind, string Words)[] _kinds =
    [
        (LookAlike.QuotationMarks, "quotation marks or apostrophes (straight or curly)"),
        (LookAlike.Dashes, "dashes"),
        (LookAlike.LetterCase, "upper and lower case"),
        (LookAlike.WhiteSpace, "white space (line breaks, non-breaking or repeated spaces)"),
        (LookAlike.Ellipses, "ellipses (one character or three dots)"),
        (LookAlike.InvisibleCharacters, "invisible characters"),
    ];

    internal static char Fold(char c, LookAlike ignored) =>
        char.IsAsciiLetterOrDigit(c) ? (ignored.HasFlag(LookAlike.LetterCase) ? char.ToLowerInvariant(c) : c)
        : ignored.HasFlag(LookAlike.QuotationMarks) && SingleQuotes.Contains(c, StringComparison.Ordinal) ? '\''
        : ignored.HasFlag(LookAlike.QuotationMarks) && DoubleQuotes.Contains(c, StringComparison.Ordinal) ? '"'
        : ignored.HasFlag(LookAlike.Dashes) && Dashes.Contains(c, StringComparison.Ordinal) ? '-'
        : ignored.HasFlag(LookAlike.WhiteSpace) && char.IsWhiteSpace(c) ? ' '
        : ignored.HasFlag(LookAlike.LetterCase) ? char.ToLowerInvariant(c)
        : c;

    internal static bool IsInvisible(char c) => c >= '\u00AD' && char.GetUnicodeCategory(c) is UnicodeCategory.Format;

    /// <summary>In which ways two passages differ that are alike when all ways are ignored.</summary>
    internal static IReadOnlyList<string> Between(string asked, string found) =>
        [.. _kinds.Where(way => Folded.Of(asked, LookAlike.All & ~way.Kind).Text != Folded.Of(found, LookAlike.All & ~way.Kind).Text).Select(way => way.Words)];
}
