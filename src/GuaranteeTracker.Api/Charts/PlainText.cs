using System.Globalization;
using System.Text;

namespace GuaranteeTracker.Api.Charts;

/// <summary>Recorded text as one line that stays where it is put: nothing in it steers, turns round or piles up.</summary>
internal static class PlainText
{
    private const int MostMarks = 3;

    private static readonly Rune _joiner = new(0x200D), _nonJoiner = new(0x200C);

    /// <summary>Every white space and control becomes one space, what is invisible goes, and what is no character becomes U+FFFD: XML can hold it all.</summary>
    public static string Of(string text)
    {
        var (plain, marks) = (new StringBuilder(text.Length), 0);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    if (plain is [.., not ' '])
                    {
                        plain.Append(' ');
                    }

                    break;
                case UnicodeCategory.Format when rune != _joiner && rune != _nonJoiner:
                    break;
                case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark:
                    marks++;
                    if (marks <= MostMarks)
                    {
                        plain.Append(rune);
                    }

                    break;
                case UnicodeCategory.OtherNotAssigned when (rune.Value & 0xFFFE) == 0xFFFE:
                    plain.Append(Rune.ReplacementChar);
                    break;
                default:
                    marks = 0;
                    plain.Append(rune);
                    break;
            }
        }

        return plain.ToString().TrimEnd();
    }
}
