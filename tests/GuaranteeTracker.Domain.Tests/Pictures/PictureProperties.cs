using System.Text.Json;
using CsCheck;
using GuaranteeTracker.Domain.Actors;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Encounters;
using GuaranteeTracker.Domain.Pictures;
using GuaranteeTracker.Domain.Sources;
using GuaranteeTracker.Domain.Topics;

namespace GuaranteeTracker.Domain.Tests.Pictures;

/// <summary>What holds of every history that the deciders let happen.</summary>
public sealed class PictureProperties
{
    private static readonly Gen<Selection> _selections = Gen.Frequency(
        (2, Gen.Const(Selection.Everything)),
        (1, Gen.Select(Some(RandomRequests.Actors), Some(RandomRequests.Topics)).Select((actors, topics) => new Selection(actors, topics))));

    [Fact]
    public void Every_picture_is_the_one_the_rule_makes() =>
        Gen.Select(RandomHistories.All, Gen.Int[0, 500], Gen.Int[-1, 0], _selections).Sample(
            (facts, moment, microseconds, shown) =>
            {
                var asOf = RandomHistories.Moment(facts, moment).AddMicroseconds(microseconds);

                var picture = Picture.Of(Knowledge.Of(facts), asOf, shown);

                var expected = new NaiveRule(facts, asOf).Picture(shown);
                Bytes(picture).Should().Be(Bytes(expected));
                picture.Should().Be(expected);
            },
            iter: 3_000);

    [Fact]
    public void The_picture_does_not_depend_on_the_order_in_which_things_were_recorded() =>
        Gen.Select(RandomHistories.All, Gen.Int[0, 500], Gen.Int.Array[400]).Sample(
            (facts, moment, keys) =>
            {
                var asOf = RandomHistories.Moment(facts, moment);

                var picture = Picture.Of(Knowledge.Of(facts), asOf, Selection.Everything);
                var other = Picture.Of(Knowledge.Of(InAnotherOrder(facts, keys)), asOf, Selection.Everything);

                other.Should().Be(picture);
                Bytes(other).Should().Be(Bytes(picture));
            },
            iter: 500);

    [Fact]
    public void Every_shift_is_the_one_the_rule_finds() =>
        RandomHistories.All.Sample(
            facts =>
            {
                var knowledge = Knowledge.Of(facts);
                foreach (var (actor, topic) in knowledge.Claims.Values.Select(claim => (claim.Content.Actor, claim.Content.Topic)).Distinct())
                {
                    CellHistory.Of(knowledge, actor, topic).Shifts.Should().Equal(new NaiveRule(facts, DateTime.MaxValue).Shifts(actor, topic));
                }
            },
            iter: 500);

    /// <summary>Any order in which each id's own facts keep theirs.</summary>
    private static List<IFact> InAnotherOrder(ValueList<IFact> facts, int[] keys)
    {
        var placed = facts.Zip(keys).GroupBy(fact => StreamOf(fact.First)).SelectMany(stream =>
            stream.Select(fact => fact.First).Zip(stream.Select(fact => fact.Second).Order()));
        return [.. placed.OrderBy(fact => fact.Second).Select(fact => fact.First)];
    }

    private static string StreamOf(IFact fact) => fact switch
    {
        IClaimFact e => $"claim {e.Claim}",
        ISourceFact e => $"source {e.Source}",
        IActorFact e => $"actor {e.Actor}",
        ITopicFact e => $"topic {e.Topic}",
        IEncounterFact e => $"encounter {e.Encounter}",
        _ => throw new NotSupportedException(fact.GetType().Name),
    };

    private static Gen<HashSet<string>> Some(string[] ids) => Gen.OneOf(ids).Array[0, 2].Select(some => some.ToHashSet());

    private static string Bytes(Picture picture) => JsonSerializer.Serialize(picture);
}
