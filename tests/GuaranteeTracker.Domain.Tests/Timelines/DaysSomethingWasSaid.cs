using CsCheck;
using GuaranteeTracker.Domain.Pictures;
using GuaranteeTracker.Domain.Tests.Pictures;
using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Domain.Tests.Timelines;

public sealed class DaysSomethingWasSaid
{
    [Fact]
    public void The_days_around_a_day_are_those_on_which_live_claims_begin_to_count() =>
        Gen.Select(RandomHistories.All, Gen.Int[0, 500], Gen.Int[0, 400]).Sample(
            (facts, at, known) =>
            {
                var record = facts.Select((fact, i) => new Sequenced(i + 1, fact)).ToList();
                var kept = new KeptRecord(record);
                kept.Learn(record.Count);
                var day = DateOnly.FromDateTime(RandomHistories.Moment(facts, at));

                var days = SpokenDays.Around(kept.Timelines, known, day);

                var said = kept.Timelines
                    .SelectMany(timeline => CellHistory.All(timeline, kept.Catalogue.Mandates, known))
                    .SelectMany(cell => cell.Claims)
                    .Select(claim => DateOnly.FromDateTime(claim.Effective))
                    .Order().Cast<DateOnly?>().ToList();
                days.Should().Be(new SpokenDays(
                    said.FirstOrDefault(), said.LastOrDefault(), said.LastOrDefault(other => other < day), said.FirstOrDefault(other => other > day)));
            },
            iter: 2_000);

    [Fact]
    public void Where_nothing_was_ever_said_there_is_no_day_to_go_to() =>
        SpokenDays.Around([TopicTimeline.Empty("a-topic")], 100, new DateOnly(2025, 8, 20)).Should().Be(new SpokenDays(null, null, null, null));
}
