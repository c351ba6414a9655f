using F23.StringSimilarity;

namespace GuaranteeTracker.Api.Reading.Names;

/// <summary>Tells a name that somebody misspelt from another name. How much may differ was chosen by a table of cases, which its tests hold.</summary>
internal static class Misspelling
{
    /// <summary>Of two words with fewer letters than this together, none may differ: Iran is not Iraq, nor is the UK the US.</summary>
    private const int OneLetterFrom = 9;

    /// <summary>Of two words with fewer letters than this together, one may: Slovakia is not Slovenia, nor Austria Australia.</summary>
    private const int TwoLettersFrom = 17;

    private static readonly OptimalStringAlignment _alignment = new(); // letters added, left out, exchanged, or swapped with their neighbour

    /// <summary>How unlike a name the wish is: the part of its letters that differ, from 0; null where it is another name.</summary>
    public static double? Between(FoldedName wish, FoldedName name) => (ByWord(wish, name), BySpaces(wish, name)) switch
    {
        (null, var spaces) => spaces,
        (var words, null) => words,
        ({ } words, { } spaces) => Math.Min(words, spaces),
    };

    /// <summary>Each word of the wish is one of the name's, or that misspelt.</summary>
    private static double? ByWord(FoldedName wish, FoldedName name)
    {
        var different = 0;
        foreach (var word in wish.Words)
        {
            if (name.Words.Min(other => Letters(word, other)) is not { } letters)
            {
                return null;
            }

            different += letters;
        }

        return (double)different / wish.Text.Length;
    }

    /// <summary>The same letters, or nearly, with spaces elsewhere: "DonaldTrump".</summary>
    private static double? BySpaces(FoldedName wish, FoldedName name) =>
        wish.Words.Count != name.Words.Count && Letters(string.Concat(wish.Words), string.Concat(name.Words)) is { } letters and <= 1 ? (double)letters / wish.Text.Length : null;

    /// <summary>How many letters differ; null where they are too many.</summary>
    private static int? Letters(string word, string other)
    {
        var together = word.Length + other.Length;
        var allowed = together >= TwoLettersFrom ? 2 : together >= OneLetterFrom ? 1 : 0;
        return word == other ? 0
            : Math.Abs(word.Length - other.Length) > allowed || (allowed < 2 && word[0] != other[0]) ? null // short words begin alike: Gambia is not Zambia
            : (int)_alignment.Distance(word, other) is var distance && distance <= allowed ? distance : null;
    }
}
