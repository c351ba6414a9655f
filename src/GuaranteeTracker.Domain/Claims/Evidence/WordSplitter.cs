using System.Globalization;
using System.Text;

namespace GuaranteeTracker.Domain.Claims;

/// <summary>Splits texts into words, in such a way that all of one splitter's can be compared.</summary>
internal sealed class WordSplitter
{
    private const int StemLength = 3;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    internal List<Word> Split(string text)
    {
        var words = new List<Word>();
        for (var start = 0; start < text.Length;)
        {
            var kind = KindAt(text, start, out var length);
            var end = start + length;
            while (kind is Kind.Word or Kind.Space && end < text.Length && KindAt(text, end, out length) == kind)
            {
                end += length;
            }

            words.Add(Read(text[start..end], start, kind is Kind.Word or Kind.Letter));
            start = end;
        }

        return words;
    }

    private Word Read(string text, int start, bool isWord)
    {
        var alike = Folded.Of(text, LookAlike.All & ~LookAlike.WhiteSpace).Text;
        var stem = isWord && alike.Length >= StemLength ? Number(alike[..StemLength]) : 0;
        return new(text, start, isWord, Number(text), Number(char.IsWhiteSpace(text[0]) ? " " : alike), stem);
    }

    private int Number(string key)
    {
        if (!_numbers.TryGetValue(key, out var number))
        {
            _numbers[key] = number = _numbers.Count + 1;
        }

        return number;
    }

    private static Kind KindAt(string text, int index, out int length)
    {
        Rune.DecodeFromUtf16(text.AsSpan(index), out var rune, out length);
        return Rune.IsWhiteSpace(rune) ? Kind.Space
            : IsApostropheInWord(text, index) ? Kind.Word
            : Rune.GetUnicodeCategory(rune) switch
            {
                // Chinese, Japanese, Thai and others put no spaces between words; Korean does.
                UnicodeCategory.OtherLetter when rune.Value is >= 0x0E00 and (< 0xAC00 or > 0xD7A3) => Kind.Letter,
                UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => Kind.Word,
                _ => Rune.IsLetterOrDigit(rune) ? Kind.Word : Kind.Other,
            };
    }

    private static bool IsApostropheInWord(string text, int index) =>
        text[index] is '\'' or '\u2019' && index > 0 && index + 1 < text.Length && char.IsLetter(text[index - 1]) && char.IsLetter(text[index + 1]);

    private enum Kind { Word, Letter, Space, Other }
}
