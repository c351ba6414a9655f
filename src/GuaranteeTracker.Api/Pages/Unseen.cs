using System.Globalization;
using System.Text;

namespace GuaranteeTracker.Api.Pages;

/// <summary>Characters that nobody sees, though they can hide, reorder or part what is around them: controls, format characters, and fillers.</summary>
internal static class Unseen
{
    private const int MostNamed = 4;

    public static bool Among(string text) => text.EnumerateRunes().Any(Is);

    /// <summary>The text in runs, each wholly seen or wholly unseen; put together they are the text.</summary>
    public static IEnumerable<(string Text, bool IsUnseen)> Runs(string text)
    {
        var (start, at, was) = (0, 0, false);
        foreach (var rune in text.EnumerateRunes())
        {
            var isUnseen = Is(rune);
            if (isUnseen != was && at > start)
            {
                yield return (text[start..at], was);
                start = at;
            }

            was = isUnseen;
            at += rune.Utf16SequenceLength;
        }

        if (at > start)
        {
            yield return (text[start..at], was);
        }
    }

    /// <summary>What is in a run: U+202E U+200B.</summary>
    public static string Name(string run)
    {
        var runes = run.EnumerateRunes().ToList();
        return string.Join(' ', runes.Take(MostNamed).Select(rune => string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}")))
            + (runes.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {runes.Count - MostNamed} more") : "");
    }

    private static bool Is(Rune rune) => rune.Value switch
    {
        '\n' or '\t' => false,
        < 0x20 => true,
        < 0x7F => false,
        0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x3164 or 0xFFA0 => true, // joiners and fillers that are letters by category
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator,
    };
}
