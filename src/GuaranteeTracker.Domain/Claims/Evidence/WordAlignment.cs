namespace GuaranteeTracker.Domain.Claims;

/// <summary>Which word of a passage looked for stands for which word of the text; null on one side: it is missing there.</summary>
internal readonly record struct WordPair(Word? Asked, Word? Found)
{
    internal bool IsSame => Asked is { } asked && Found is { } found && asked.Same == found.Same;
}

/// <summary>
/// Lays a passage beside the part of a text that fits it best: dynamic programming over all words of the passage, and for each of
/// them only over the 513 words of the text around the place where it is expected. A passage has at most 4,000 words, so it
/// compares at most 2.1 million pairs. Words further apart are then shown as missing, which is clumsy but true.
/// </summary>
internal sealed class WordAlignment
{
    private const int HalfBand = 256;
    private const int Width = 2 * HalfBand + 1;
    private const byte Together = 1, MissingInText = 2, MissingInPassage = 3;

    private readonly List<Word> _asked;
    private readonly List<Word> _found;
    private readonly int _offset;
    private readonly byte[] _moves;

    private WordAlignment(List<Word> asked, List<Word> found, int offset) =>
        (_asked, _found, _offset, _moves) = (asked, found, offset, new byte[(asked.Count + 1) * Width]);

    /// <summary>From the first to the last word that either has in the fit; <paramref name="offset"/> is the index at which it is expected to begin.</summary>
    internal static List<WordPair> Of(List<Word> asked, List<Word> found, int offset, Effort effort)
    {
        var alignment = new WordAlignment(asked, found, offset);
        return alignment.TraceBack(alignment.FindEnd(effort));
    }

    private int First(int row) => Math.Clamp(row + _offset - HalfBand, 0, _found.Count);

    private int Last(int row) => Math.Clamp(row + _offset + HalfBand, 0, _found.Count);

    /// <summary>The number of words of the text up to the end of the best fit, which may begin anywhere in the first row.</summary>
    private int FindEnd(Effort effort)
    {
        var above = new int[_found.Count + 1];
        var current = new int[_found.Count + 1];
        for (var row = 1; row <= _asked.Count; row++, (above, current) = (current, above))
        {
            for (var column = First(row); column <= Last(row); column++)
            {
                var (score, move) = (int.MinValue / 2, (byte)0);
                if (column > First(row - 1) && Likeness(_asked[row - 1], _found[column - 1]) is > 0 and var likeness)
                {
                    (score, move) = (above[column - 1] + likeness, Together);
                }

                if (column <= Last(row - 1) && above[column] - 1 > score)
                {
                    (score, move) = (above[column] - 1, MissingInText);
                }

                if (column > First(row) && current[column - 1] - 1 > score)
                {
                    (score, move) = (current[column - 1] - 1, MissingInPassage);
                }

                current[column] = score;
                _moves[row * Width + column - First(row)] = move;
            }

            effort.Spend(Last(row) - First(row) + 1);
        }

        var end = First(_asked.Count);
        for (var column = end + 1; column <= Last(_asked.Count); column++)
        {
            end = above[column] > above[end] ? column : end;
        }

        return end;
    }

    private List<WordPair> TraceBack(int column)
    {
        var pairs = new List<WordPair>();
        for (var row = _asked.Count; row > 0;)
        {
            var move = _moves[row * Width + column - First(row)];
            row -= move is Together or MissingInText ? 1 : 0;
            column -= move is Together or MissingInPassage ? 1 : 0;
            pairs.Add(new(move == MissingInPassage ? null : _asked[row], move == MissingInText ? null : _found[column]));
        }

        pairs.Reverse();
        return pairs;
    }

    /// <summary>What it is worth to lay two words side by side; a word without partner costs 1.</summary>
    private static int Likeness(in Word asked, in Word found) =>
        asked.IsWord != found.IsWord ? 0
        : asked.Same == found.Same ? (asked.IsWord ? 4 : 1)
        : asked.Alike == found.Alike ? (asked.IsWord ? 3 : 1)
        : asked.Stem == found.Stem && asked.Stem != 0 ? 2
        : 0;
}
