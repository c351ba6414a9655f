using System.Globalization;
using System.Text;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Moving.Dna;

/// <summary>Finds passages of a document's text in the form of it that is kept.</summary>
/// <param name="text">As in the file, but with LF line ends.</param>
/// <param name="kept">The same in NFC.</param>
internal sealed class KeptText(string text, string kept)
{
    private readonly List<(int Text, int Kept)>? _pieces = text == kept ? null : Pieces(text);

    public string Text => kept;

    /// <param name="passage">UTF-16 code units of <see cref="Text"/>.</param>
    /// <returns>Why there is no such passage; null where there is.</returns>
    public string? Find(long start, long stop, out Range passage)
    {
        passage = default;
        if (start < 0 || stop > text.Length || start >= stop)
        {
            return string.Create(CultureInfo.InvariantCulture, $"Its passage {start}–{stop} is empty or not in the document, which has {text.Length} characters.");
        }

        var (from, to) = (At((int)start), At((int)stop));
        if (from is null || to is null)
        {
            return string.Create(CultureInfo.InvariantCulture, $"Its passage {start}–{stop} {(from is null ? "begins" : "ends")} in the middle of a character.");
        }

        passage = from.Value..to.Value;
        return kept.AsSpan(passage).IsWhiteSpace() ? string.Create(CultureInfo.InvariantCulture, $"Its passage {start}–{stop} has no words.") : null;
    }

    /// <summary>Where the position is in the text that is kept; null inside what is one character there.</summary>
    private int? At(int position)
    {
        if (position < text.Length && (char.IsLowSurrogate(text[position]) || IsMark(position)))
        {
            return null;
        }

        if (_pieces is null)
        {
            return position;
        }

        var found = _pieces.BinarySearch((position, int.MaxValue));
        var index = found >= 0 ? found : ~found - 1;
        var (begin, keptBegin) = _pieces[index];
        if (begin == position)
        {
            return keptBegin;
        }

        var end = index + 1 < _pieces.Count ? _pieces[index + 1].Text : text.Length;
        var before = UnicodeText.Normalise(text[begin..position]);
        var together = UnicodeText.Normalise(text[begin..end]);
        return together == before + UnicodeText.Normalise(text[position..end]) ? keptBegin + before.Length : null;
    }

    private bool IsMark(int position) => Rune.GetUnicodeCategory(Rune.GetRuneAt(text, position))
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>Where pieces begin that can be normalised each by itself: no ASCII character ever joins what is before it.</summary>
    private static List<(int Text, int Kept)> Pieces(string text)
    {
        var pieces = new List<(int Text, int Kept)> { (0, 0) };
        for (var i = 1; i <= text.Length; i++)
        {
            if (i == text.Length || char.IsAscii(text[i]))
            {
                var (begin, keptBegin) = pieces[^1];
                pieces.Add((i, keptBegin + (i - begin == 1 ? 1 : UnicodeText.Normalise(text[begin..i]).Length)));
            }
        }

        return pieces;
    }
}
