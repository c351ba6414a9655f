using System.Globalization;
using System.Text;

namespace GuaranteeTracker.Api.Moving.Dna;

/// <summary>Texts of a file as they can be shown in a line about them.</summary>
internal static class Told
{
    private const int Longest = 80;

    /// <summary>In quotation marks, bounded, on one line, without characters that hide or reorder others.</summary>
    public static string Of(string text)
    {
        var shown = new StringBuilder("“");
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length > Longest)
            {
                shown.Append('…');
                break;
            }

            var hides = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned;
            shown.Append(hides ? " " : rune.ToString());
        }

        return shown.Append('”').ToString();
    }
}
