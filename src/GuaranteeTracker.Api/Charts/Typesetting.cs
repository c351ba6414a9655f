using System.Globalization;
using SkiaSharp;

namespace GuaranteeTracker.Api.Charts;

/// <summary>Measures text with the font that images use, for both writers: an SVG viewer without the font is told the width to keep.</summary>
internal static class Typesetting
{
    /// <summary>No place in a drawing holds more code units; looking at more would be work for nothing.</summary>
    private const int Longest = 400;

    private const string Ellipsis = "…";

    /// <summary>Unhinted and at fractions of a pixel: the same on every machine.</summary>
    public static SKFont Font(Letters letters) => new(letters.IsBold ? Inter.SemiBold : Inter.Regular, (float)letters.Size)
    {
        Edging = SKFontEdging.Antialias, Hinting = SKFontHinting.None, Subpixel = true, LinearMetrics = true,
    };

    public static double Width(string text, Letters letters)
    {
        using var font = Font(letters);
        return font.MeasureText(text);
    }

    /// <summary>The text as <see cref="PlainText"/> has it, cut with an ellipsis where it is wider than this; empty where not even that has room.</summary>
    public static string Fit(string text, double width, Letters letters)
    {
        var isWhole = text.Length <= Longest;
        var plain = PlainText.Of(isWhole ? text : text[..Longest]);
        using var font = Font(letters);
        if (isWhole && font.MeasureText(plain) <= width)
        {
            return plain;
        }

        var ends = StringInfo.ParseCombiningCharacters(plain);
        var (fits, tooLong) = (-1, ends.Length);
        while (tooLong - fits > 1)
        {
            var middle = (fits + tooLong) / 2;
            (fits, tooLong) = font.MeasureText(Cut(plain, ends[middle])) <= width ? (middle, tooLong) : (fits, middle);
        }

        return fits < 0 ? "" : Cut(plain, ends[fits]);
    }

    /// <summary>At most so many lines, broken between words; the last is cut where the text is longer.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, Letters letters, int most)
    {
        var left = PlainText.Of(text.Length <= Longest ? text : text[..Longest] + Ellipsis);
        var lines = new List<string>();
        using var font = Font(letters);
        while (left.Length > 0 && lines.Count < most - 1 && font.MeasureText(left) > width)
        {
            var end = left.Length;
            while (end > 0 && font.MeasureText(left[..end]) > width)
            {
                end = left.LastIndexOf(' ', end - 1);
            }

            if (end <= 0)
            {
                break;
            }

            lines.Add(left[..end]);
            left = left[(end + 1)..];
        }

        return [.. lines, Fit(left, width, letters)];
    }

    private static string Cut(string text, int end) => text[..end].TrimEnd() + Ellipsis;
}
