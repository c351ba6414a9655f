using CsCheck;
using GuaranteeTracker.Domain.Pictures;
using GuaranteeTracker.Domain.Tests.Pictures;
using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Domain.Tests.Timelines;

/// <summary>What lies between two instants, told from timelines, is what going through all claims tells.</summary>
public sealed class TheLastOfMuch
{
    private static readonly Gen<(ValueList<IFact> Facts, int First, int Second, int K, int Most)> _asked =
        Gen.Select(RandomHistories.All, Gen.Int[0, 500], Gen.Int[0, 500], Gen.Int[0, 200], Gen.Int[1, 6]);

    [Fact]
    public void Cells_with_a_claim_between_two_instants_are_all_found_and_no_others() => Sample((record, k, from, to, _) =>
    {
        var found = record.Timelines.SelectMany(timeline => CellHistory.Between(timeline, record.Catalogue.Mandates, k, Selection.Everything, from, to));

        found.Should().BeEquivalentTo(All(record, k).Where(cell => cell.Claims.Any(claim => from <= claim.Effective && claim.Effective <= to)));
    });

    [Fact]
    public void It_is_counted_and_cut_where_no_more_than_wanted_is_left() => Sample((record, k, from, to, most) =>
    {
        var between = All(record, k).SelectMany(cell => cell.Claims).Select(claim => claim.Effective).Where(at => from <= at && at <= to).Append(to).ToList();

        var last = LastSpoken.Between(record.Timelines, k, Selection.Everything, from, to, [to], most);

        last.Count.Should().Be(between.Count);
        (last.Since is null).Should().Be(between.Count <= most);
        if (last.Since is { } since)
        {
            var (left, kept) = (between.Where(at => at < since).ToList(), between.Where(at => at >= since).ToList());
            kept.Should().NotBeEmpty();
            (kept.Count <= most || kept.Distinct().Count() == 1).Should().BeTrue("it is no more than wanted, or all of one instant");
            (kept.Count + left.Count(at => at == left.Max()) > most).Should().BeTrue("nothing more could be kept");
        }
    });

    private static IEnumerable<CellHistory> All(KeptRecord record, long k) => record.Timelines.SelectMany(timeline => CellHistory.All(timeline, record.Catalogue.Mandates, k));

    private static void Sample(Action<KeptRecord, long, DateTime, DateTime, int> check) => _asked.Sample(
        asked =>
        {
            var facts = asked.Facts.Select((fact, i) => new Sequenced(i + 1, fact)).ToList();
            var record = new KeptRecord(facts);
            record.Learn(facts.Count);
            var (first, second) = (RandomHistories.Moment(asked.Facts, asked.First), RandomHistories.Moment(asked.Facts, asked.Second));
            check(record, asked.K, first < second ? first : second, first < second ? second : first, asked.Most);
        },
        iter: 300);
}
