using System.Globalization;
using System.Text;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Moving.Dna;

/// <summary>Texts of a file: as names, and as they can be shown in a line about them.</summary>
internal static class Told
{
    private const int Longest = 80;

    /// <summary>In the form in which names are kept, so that two that look alike are one; null for none.</summary>
    public static string? Name(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : UnicodeText.FindFault(text) is null ? UnicodeText.Normalise(text).Trim() : text.Trim();

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
