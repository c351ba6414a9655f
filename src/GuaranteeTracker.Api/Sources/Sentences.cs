using System.Buffers;
using System.Globalization;
using System.Text;

namespace GuaranteeTracker.Api.Sources;

/// <summary>
/// Finds the sentences around a passage, by punctuation, space and what follows. Where an abbreviation looks like the end of a
/// sentence less is shown, never more. Places are UTF-16 characters.
/// </summary>
internal static class Sentences
{
    /// <summary>What may be shown on either side of a passage, in code points.</summary>
    public const int Longest = 300;

    /// <summary>Marks and spaces between two sentences: more are no usual text.</summary>
    private const int WidestGap = 20;

    private static readonly SearchValues<char> _ends = SearchValues.Create(".!?…؟।"), _endsWithoutSpace = SearchValues.Create("。！？"), _closing = SearchValues.Create("\"'”’»)]」』");

    /// <summary>Where the sentence begins in which a passage does; IsCut where that is too far away.</summary>
    public static (int Start, bool IsCut) Before(string text, int at)
    {
        var word = at;
        for (var (place, count) = (at, 0); ; count++)
        {
            if (BeginsAt(text, place))
            {
                return (place, false);
            }

            if (count == Longest)
            {
                return (word, true);
            }

            word = char.IsWhiteSpace(text[place - 1]) ? place : word;
            Rune.DecodeLastFromUtf16(text.AsSpan(0, place), out _, out var length);
            place -= length;
        }
    }

    /// <summary>Where the sentence ends in which a passage does, before any white space; IsCut where that is too far away.</summary>
    public static (int End, bool IsCut) After(string text, int at)
    {
        var word = at;
        for (var (place, count) = (at, 0); ; count++)
        {
            if (place == text.Length || text[place] == '\n' || BeginsAt(text, place))
            {
                return (at + text.AsSpan(at, place - at).TrimEnd().Length, false);
            }

            if (count == Longest)
            {
                return (word, true);
            }

            word = char.IsWhiteSpace(text[place]) ? place : word;
            place += Rune.GetRuneAt(text, place).Utf16SequenceLength;
        }
    }

    private static bool BeginsAt(string text, int place)
    {
        if (place == 0 || text[place - 1] == '\n')
        {
            return true;
        }

        var far = Math.Max(0, place - WidestGap);
        var before = place;
        while (before > far && char.IsWhiteSpace(text[before - 1]))
        {
            before--;
        }

        var hasSpace = before < place;
        while (before > far && _closing.Contains(text[before - 1]))
        {
            before--;
        }

        if (before == far || place == text.Length)
        {
            return false;
        }

        return _endsWithoutSpace.Contains(text[before - 1])
            ? !_closing.Contains(text[place])
            : hasSpace && _ends.Contains(text[before - 1]) && CanBegin(text, place);
    }

    private static bool CanBegin(string text, int place) => Rune.GetUnicodeCategory(Rune.GetRuneAt(text, place))
        is UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber
        or UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.OtherPunctuation;
}
