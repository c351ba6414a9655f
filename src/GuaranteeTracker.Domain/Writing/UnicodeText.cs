using System.Buffers;
using System.Globalization;
using System.Text;

namespace GuaranteeTracker.Domain.Writing;

/// <summary>
/// Unicode's canonical form, safe for anything a client can send. <see cref="string.Normalize(NormalizationForm)"/> alone
/// is not: it throws on half a surrogate pair and on U+FFFE, and its time grows with the square of a run of combining marks
/// (more than a minute for one megabyte of them).
/// </summary>
public static class UnicodeText
{
    /// <summary>No writing needs more on one letter; Unicode's own Stream-Safe Text Format (UAX #15) stops at 30.</summary>
    public const int MaxCombiningMarks = 128;

    /// <summary>False where the runtime runs without Unicode data (the invariant globalization mode), which leaves texts as they are, silently.</summary>
    public static bool NormalisesUnicode => "e\u0301".Normalize(NormalizationForm.FormC) is "\u00E9";

    /// <summary>Null, or what makes a text unfit: half a surrogate pair, U+0000 (PostgreSQL cannot keep it), or too many combining marks in a row.</summary>
    public static string? FindFault(ReadOnlySpan<char> text)
    {
        var marks = 0;
        for (var i = 0; i < text.Length;)
        {
            var whole = Rune.DecodeFromUtf16(text[i..], out var rune, out var length) == OperationStatus.Done;
            if (!whole || rune.Value == 0)
            {
                return (whole ? "U+0000, which cannot be kept" : "half of a surrogate pair, which is not Unicode") + At(text, i);
            }

            marks = IsCombiningMark(rune) ? marks + 1 : 0;
            if (marks > MaxCombiningMarks)
            {
                return string.Create(CultureInfo.InvariantCulture, $"more than {MaxCombiningMarks} combining marks in a row") + At(text, i);
            }

            i += length;
        }

        return null;
    }

    /// <summary>CR LF becomes LF, then NFC.</summary>
    /// <exception cref="ArgumentException">The text has a <see cref="FindFault">fault</see>.</exception>
    public static string Normalise(string text)
    {
        if (FindFault(text) is { } fault)
        {
            throw new ArgumentException($"The text holds {fault}.", nameof(text));
        }

        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal);

        // U+FFFE is a valid code point that combines with nothing, so what stands between two of them is normalised by itself.
        return string.Join('\uFFFE', lines.Split('\uFFFE').Select(part => part.Normalize(NormalizationForm.FormC)));
    }

    /// <summary>The number of Unicode code points in well-formed text.</summary>
    public static int CountCodePoints(ReadOnlySpan<char> text)
    {
        var count = text.Length;
        while (text.IndexOfAnyInRange('\uDC00', '\uDFFF') is >= 0 and var lowSurrogate)
        {
            count--;
            text = text[(lowSurrogate + 1)..];
        }

        return count;
    }

    private static bool IsCombiningMark(Rune rune) => !rune.IsAscii
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static string At(ReadOnlySpan<char> text, int index) =>
        string.Create(CultureInfo.InvariantCulture, $", at code point {CountCodePoints(text[..index])}");
}
