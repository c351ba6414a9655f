using System.Text.Json;
using CsCheck;
using GuaranteeTracker.Domain.Pictures;
using GuaranteeTracker.Domain.Tests.Pictures;
using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Domain.Tests.Timelines;

/// <summary>At any D and K timelines tell what the naive rule tells from the facts up to K. A failure prints the seed that shows it again.</summary>
public sealed class AnyDateAnyKnowledge
{
    private const int Moments = 10_000, MomentsEach = 20;

    private static readonly Gen<Selection> _shown = Gen.Frequency(
        (3, Gen.Const(Selection.Everything)),
        (1, Gen.OneOf(RandomRequests.Topics).Select(topic => new Selection(new HashSet<string>(), new HashSet<string> { topic }))),
        (1, Gen.OneOf(RandomRequests.Actors).Select(actor => new Selection(new HashSet<string> { actor }, new HashSet<string>()))));

    [Fact]
    public void Ten_thousand_moments_are_as_the_naive_fold_has_them_byte_for_byte() =>
        Gen.Select(RandomHistories.All, Gen.Int[1, 12].Array[8], Gen.Select(Gen.Int[0, 500], Gen.Int[-1, 0], Gen.Int[0, 400]).Array[MomentsEach], _shown).Sample(
            (facts, stretches, moments, shown) =>
            {
                // Numbers that failed appends gave back leave gaps.
                var record = facts.Select((fact, i) => new Sequenced((3 * i) + 2, fact)).ToList();
                var kept = new KeptRecord(record);
                foreach (var stretch in stretches)
                {
                    kept.Learn(stretch);
                }

                kept.Learn(record.Count);
                foreach (var (day, microseconds, k) in moments)
                {
                    var moment = new Moment(RandomHistories.Moment(facts, day).AddMicroseconds(microseconds), k);

                    var picture = kept.PictureAt(moment, shown);

                    var expected = new NaiveRule([.. record.Where(fact => fact.Sequence <= k).Select(fact => fact.Fact)], moment.AsOf).Picture(shown);
                    JsonSerializer.Serialize(picture).Should().Be(JsonSerializer.Serialize(expected));
                }
            },
            iter: Moments / MomentsEach);
}
