using CsCheck;
using GuaranteeTracker.Domain.Pictures;
using GuaranteeTracker.Domain.Tests.Pictures;
using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Domain.Tests.Timelines;

public sealed class CellsThatMoved
{
    [Fact]
    public void What_moved_after_an_instant_is_what_differs_from_the_picture_of_that_instant() =>
        Gen.Select(RandomHistories.All, Gen.Int[0, 500], Gen.Int[0, 500], Gen.Int[0, 400]).Sample(
            (facts, one, other, known) =>
            {
                var record = facts.Select((fact, i) => new Sequenced(i + 1, fact)).ToList();
                var kept = new KeptRecord(record);
                kept.Learn(record.Count);
                var instants = new[] { one, other }.Select(day => RandomHistories.Moment(facts, day)).Order().ToList();
                Outline At(DateTime asOf) => Outline.Of([.. kept.Timelines], kept.Catalogue.Mandates, new(asOf, known), Selection.Everything);
                var (then, now) = (At(instants[0]), At(instants[1]));

                var moved = now.MovedAfter(instants[0]).Select(move => (move.Topic, move.Cell.Actor, move.Cell.Claim));

                moved.Should().Equal(Change.Between(then, then, now, _ => true).Select(change => (change.Topic, change.Actor, change.After!.Claim)));
            },
            iter: 2_000);
}
