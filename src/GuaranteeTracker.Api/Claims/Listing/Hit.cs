using System.Globalization;
using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Api.Claims.Listing;

/// <summary>A word that was searched for, in its place.</summary>
/// <param name="In">JSON pointer, from the claim: <c>/summary</c>, <c>/evidence/quotes/0/exact</c>.</param>
/// <param name="Start">The first code point of the word in that text.</param>
/// <param name="End">The first one after it.</param>
internal sealed record Hit(string In, int Start, int End)
{
    /// <summary>Marks that stand in no text that is marked: those in it are blanked out before.</summary>
    public const string Begin = "\u0001", Stop = "\u0002";

    /// <param name="marked">The summary, then each passage.</param>
    /// <param name="content">The same, unmarked.</param>
    public static IReadOnlyList<Hit> Among(IReadOnlyList<string> marked, ClaimContent content) =>
    [
        .. Find("/summary", marked[0], content.Summary),
        .. content.Evidence.Quotes.SelectMany((quote, i) => Find(string.Create(CultureInfo.InvariantCulture, $"/evidence/quotes/{i}/exact"), marked[i + 1], quote.Exact)),
    ];

    private static List<Hit> Find(string pointer, string marked, string text)
    {
        var (hits, at, start) = (new List<Hit>(), 0, 0);
        foreach (var rune in marked.EnumerateRunes())
        {
            if (rune.Value == Begin[0])
            {
                start = at;
            }
            else if (rune.Value == Stop[0])
            {
                hits.Add(new(pointer, start, at));
            }
            else
            {
                at++;
            }
        }

        return at == text.EnumerateRunes().Count() ? hits : []; // a word of more than 2 kB is left out of what comes marked, and all places after it are wrong
    }
}
