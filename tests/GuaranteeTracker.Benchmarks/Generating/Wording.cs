using System.Globalization;
using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Benchmarks.Generating;

/// <summary>Words for claims: as long and as varied as coded ones, and as dull as they may be.</summary>
internal static class Wording
{
    private static readonly string[]
        _openings =
        [
            "“We have said from the first day that", "The minister told reporters on Monday that", "Asked whether it still held, the spokesman replied that",
            "“Nobody should be in any doubt that", "In a statement released late in the evening the office said", "“What we will not do is pretend that",
        ],
        _middles =
        [
            "a lasting settlement has to rest on more than promises made at one table", "the forces under discussion would be in place within weeks of a ceasefire",
            "our position on this has not moved, and our partners have been told as much", "there is work to do before anybody puts a figure on such a commitment",
            "the text that is going round leaves out what matters most to the countries concerned", "this can be settled if those who made the offer are ready to put it in writing",
        ],
        _ends = [", and that stands,”", " in whatever form,”", ", as agreed in spring,”", " until the talks resume,”", ", without conditions,”"],
        _conditions = ["after a ceasefire or peace deal", "with a mandate of the parliament", "if the allies take part", "once the sanctions are lifted"],
        _units = ["countries", "soldiers", "aircraft", "brigades"];

    /// <summary>About 120 characters. The number makes it occur once.</summary>
    public static string Passage(ref Draw draw, int number) => string.Create(
        CultureInfo.InvariantCulture, $"{draw.Of(_openings)} {draw.Of(_middles)}{draw.Of(_ends)} ({number}).");

    public static string Summary(string actor, string topic, string how) => $"{actor} takes its stand on {topic} by {how}, as it has told its partners and the press.";

    public static ValueList<string> Conditions(ref Draw draw) => draw.Chance(0.2) ? [draw.Of(_conditions)] : [];

    public static ValueList<Term> Terms(ref Draw draw) => draw.Share() switch
    {
        < 0.06 => [new MoneyTerm(1_000_000m * (1 + draw.Below(90_000)), "USD", [])],
        < 0.12 => [new QuantityTerm(1 + draw.Below(50_000), draw.Of(_units), Bound.About, null)],
        _ => [],
    };
}
