using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain.Pictures;
using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Api.Timelines;

/// <summary>Gathers what a timeline's exports tell beside its items.</summary>
internal sealed class TimelineExporter(RecordRows rows, Recordings recordings, PublicAddress address)
{
    /// <param name="timeline">Of the period and selection that <paramref name="head"/> tells.</param>
    /// <param name="withRemoved">Whether claims that count no more are to be told.</param>
    /// <returns>Null where that would be more than is told at once.</returns>
    public async Task<TimelineExport?> GatherAsync(
        TimelineAnswer timeline, ExportHead head, Selection shown, KnownRecord record, bool withRemoved, CancellationToken cancellation)
    {
        var ended = withRemoved ? await FindEndedAsync(timeline.Reach, shown, record) : [];
        if (ended.Count + timeline.Items.Count > TimelineReader.MostItems)
        {
            return null;
        }

        var sources = await rows.ReadSourcesAsync([.. timeline.Items.OfType<TimelineClaim>().Select(claim => claim.Source).Distinct()]);
        var updated = await recordings.ReadAsync(timeline.Items.Select(item => KeyOf(item, record)), cancellation);
        return new(
            timeline, head, record.NameOf, topic => record.LabelOf(topic).Title, source => sources[source],
            item => updated(KeyOf(item, record).Stream, KeyOf(item, record).Known).At,
            await ExplainAsync(ended, record, cancellation), address.Of);
    }

    /// <summary>The event that made an item what it is.</summary>
    private static (string Stream, long Known) KeyOf(TimelineItem item, KnownRecord record) => item is TimelineEncounter
        ? (Streams.Encounter(item.Id), item.Recorded)
        : (Streams.Claim(item.Id), record.Catalogue.Disputes.GetValueOrDefault(item.Id, [])
            .SelectMany(dispute => new[] { dispute.From, dispute.Until })
            .Where(change => change <= record.K)
            .Append(item.Recorded).Max());

    private static async Task<IReadOnlyList<ClaimVersion>> FindEndedAsync(Reach reach, Selection shown, KnownRecord record) =>
    [
        .. (await record.TimelinesAsync(shown))
            .SelectMany(topic => EndedClaims.At(topic, record.K))
            .Where(version => shown.Actor(version.Actor) && reach.Has(version.Effective)),
    ];

    private async Task<IReadOnlyList<RemovedClaim>> ExplainAsync(IReadOnlyList<ClaimVersion> ended, KnownRecord record, CancellationToken cancellation)
    {
        var ends = await recordings.ReadAsync(ended.Select(version => EndOf(version, record)), cancellation);
        return
        [
            .. ended.Select(version => (version.Claim, End: ends(EndOf(version, record).Stream, version.Until)))
                .Where(version => version.End.Type is FactNames.ClaimRetracted or FactNames.SourceWithdrawn) // others go on elsewhere
                .Select(version => new RemovedClaim(version.Claim, version.End.At, version.End.Reason))
                .OrderByDescending(claim => claim.At).ThenBy(claim => claim.Id),
        ];
    }

    private static (string Stream, long Known) EndOf(ClaimVersion version, KnownRecord record) =>
        (record.Catalogue.Withdrawn.TryGetValue(version.Source, out var withdrawn) && withdrawn == version.Until ? Streams.Source(version.Source) : Streams.Claim(version.Claim), version.Until);
}
