using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace GuaranteeTracker.Api.Reading.Names;

/// <summary>A name as somebody remembers it: without case, diacritics and punctuation.</summary>
/// <param name="Text">Words with one space between them.</param>
internal sealed record FoldedName(string Text, IReadOnlyList<string> Words)
{
    /// <summary>Beyond it nothing is a name: one letter can become 18.</summary>
    private const int LongestText = 400;

    /// <summary>Letters that are one with their stroke, dot or partner, so that Unicode takes nothing off them.</summary>
    private static readonly FrozenDictionary<char, string> _letters = new Dictionary<char, string>
    {
        ['ø'] = "o", ['ł'] = "l", ['đ'] = "d", ['ð'] = "d", ['ħ'] = "h", ['ŧ'] = "t", ['ı'] = "i", ['ĸ'] = "k", ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe", ['þ'] = "th",
    }.ToFrozenDictionary();

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
        if (_letters.TryGetValue(letter, out var plain))
        {
            folded.Append(plain);
        }
        else if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter))
        {
            folded.Append(letter);
        }
        else if (letter is not ('\'' or '\u2019' or '\u02BC' or '`' or '.') && !IsMark(letter)) // "U.S." is one word, and so is "d'Ivoire"
        {
            folded.Append(' ');
        }
    }

    private static bool IsMark(char letter) => char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
