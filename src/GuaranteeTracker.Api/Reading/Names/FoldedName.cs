using System.Globalization;
using System.Text;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Reading.Names;

/// <summary>A name as somebody remembers it: without case, diacritics and punctuation.</summary>
/// <param name="Text">Words with one space between them.</param>
internal sealed record FoldedName(string Text, IReadOnlyList<string> Words)
{
    /// <summary>Beyond it nothing is a name: one letter can become 18.</summary>
    private const int LongestText = 400;

    /// <param name="text">Without a fault, as the record keeps its names.</param>
    public static FoldedName Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var part in text.ToLowerInvariant().Split('\uFFFE')) // string.Normalize throws on it
        {
            foreach (var letter in part.Normalize(NormalizationForm.FormKD))
            {
                Fold(letter, folded);
            }

            folded.Append(' ');
        }

        var words = folded.ToString(0, Math.Min(folded.Length, LongestText)).ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 ? new(string.Join(' ', words), words) : Plain(text); // a name of signs alone is those signs
    }

    private static FoldedName Plain(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return new(string.Join(' ', words), words);
    }

    private static void Fold(char letter, StringBuilder folded)
    {
        if (LatinLetters.Plain(letter) is { } plain)
        {
            folded.Append(plain);
        }
        else if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter))
        {
            folded.Append(letter);
        }
        else if (letter is not '.' && !IsMark(letter)) // "U.S." is one word
        {
            folded.Append(' ');
        }
    }

    private static bool IsMark(char letter) => char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
