namespace GuaranteeTracker.Api.Claims.Listing;

/// <summary>A word that was searched for, in its place.</summary>
/// <param name="In">JSON pointer, from the claim: <c>/summary</c>, <c>/evidence/quotes/0/exact</c>.</param>
/// <param name="Start">The first code point of the word in that text.</param>
/// <param name="End">The first one after it.</param>
internal sealed record Hit(string In, int Start, int End)
{
    /// <summary>Marks that stand in no recorded text: those in it are blanked out before it is marked.</summary>
    public const string Begin = "\u0001", Stop = "\u0002";

    /// <param name="texts">The summary, then each passage.</param>
    public static IReadOnlyList<Hit> Among(IReadOnlyList<string> texts) =>
        [.. texts.SelectMany((text, i) => Find(i == 0 ? "/summary" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/evidence/quotes/{i - 1}/exact"), text))];

    private static IEnumerable<Hit> Find(string pointer, string marked)
    {
        var (at, start) = (0, 0);
        foreach (var rune in marked.EnumerateRunes())
        {
            if (rune.Value == Begin[0])
            {
                start = at;
            }
            else if (rune.Value == Stop[0])
            {
                yield return new(pointer, start, at);
            }
            else
            {
                at++;
            }
        }
    }
}
