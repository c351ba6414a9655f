using System.Collections.Concurrent;
using CsCheck;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Domain.Tests.Pictures;

/// <summary>A property of dull histories says nothing: this looks at what is in them. Each sight comes dozens of times in a thousand.</summary>
public sealed class ReachOfRandomHistories
{
    private static readonly string[] _parts =
    [
        "letter a", "letter b", "letter c", "letter d", "letter e", "letter f", "letter g", "letter h, source", "letter h, passage", "letter h, id",
        "a claim moved", "ClaimDisputed", "DisputeResolved", "ClaimRetracted", "SourceWithdrawn", "MandateEnded", "MandateWithdrawn", "TopicReworded",
        "DeniedHearsay", "UnconfirmedHearsay", "SplitVoice", "attributed only", "disputed", "outside its mandate", "conditions carried", "terms carried",
        "something before", "support of two publishers", "On", "By", "pending", "silent",
    ];

    [Fact]
    public void Random_histories_reach_every_part_of_the_rule()
    {
        var seen = new ConcurrentDictionary<string, int>();

        RandomHistories.All.Sample(
            facts => Deciding(facts).Concat(Happening(facts)).Concat(Shown(facts)).Distinct().ToList()
                .ForEach(part => seen.AddOrUpdate(part, 1, (_, times) => times + 1)),
            iter: 1_000);

        seen.Keys.Should().Contain(_parts);
    }

    /// <summary>The letters of rule 4 that decide between neighbours.</summary>
    private static IEnumerable<string> Deciding(ValueList<IFact> facts) =>
        from cell in NaiveClaim.AllOf(facts).GroupBy(claim => (claim.Content.Actor, claim.Content.Topic, claim.FirstHand))
        let inOrder = NaiveOrder.Ascending(cell)
        from pair in inOrder.Zip(inOrder.Skip(1))
        select $"letter {NaiveOrder.LetterBetween(pair.First, pair.Second)}";

    private static IEnumerable<string> Happening(ValueList<IFact> facts)
    {
        var first = facts.OfType<ClaimRecorded>().ToDictionary(fact => fact.Claim, fact => (fact.Content.Actor, fact.Content.Topic));
        return facts.Select(fact => fact.GetType().Name).Concat(
            facts.OfType<ClaimCorrected>().Where(fact => first[fact.Claim] != (fact.Content.Actor, fact.Content.Topic)).Select(_ => "a claim moved"));
    }

    private static IEnumerable<string> Shown(ValueList<IFact> facts)
    {
        var picture = Picture.Of(Knowledge.Of(facts), RandomHistories.Moment(facts, 7), Selection.Everything);
        foreach (var position in picture.Topics.SelectMany(topic => topic.Positions))
        {
            yield return position.SinceKind.ToString();
            yield return position.AttributedOnly ? "attributed only" : "";
            yield return position.Disputed ? "disputed" : "";
            yield return position.OutsideMandate ? "outside its mandate" : "";
            yield return position.ConditionsFrom is not null ? "conditions carried" : "";
            yield return position.TermsFrom is not null ? "terms carried" : "";
            yield return position.Previous is not null ? "something before" : "";
            yield return position.Support.Publishers > 1 ? "support of two publishers" : "";
        }

        foreach (var part in picture.Contradictions.Select(found => found.Kind.ToString())
            .Concat(picture.Topics.SelectMany(topic => topic.Pending).Select(_ => "pending"))
            .Concat(picture.Topics.SelectMany(topic => topic.Agreement.Silent).Select(_ => "silent")))
        {
            yield return part;
        }
    }
}
