using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Sources;
using GuaranteeTracker.Domain.Timelines;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace GuaranteeTracker.Api.Tests.Ledger;

/// <summary>The rows that the leader wrote, and those that the domain makes of all events.</summary>
internal static class RowTables
{
    public static Task<List<ClaimVersion>> VersionsAsync(this Tracker tracker) => tracker.ReadAsync(
        $"""
        select claim, topic, actor, recorded, until, stance, voice, speaker, reported_by, earliest, effective, traits, source, publisher, published, start, stated
        from {Tables.ClaimVersions}
        """,
        row => new ClaimVersion(
            row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetInt64(3), row.GetInt64(4), (Stance)row.GetInt16(5), (Voice)row.GetInt16(6),
            row.IsDBNull(7) ? null : row.GetString(7), row.IsDBNull(8) ? null : row.GetString(8), row.GetDateTime(9), row.GetDateTime(10),
            (ClaimTraits)row.GetInt16(11), row.GetGuid(12), row.GetString(13), row.GetFieldValue<DateOnly>(14), row.GetInt32(15), row.IsDBNull(16) ? null : row.GetString(16)));

    public static Task<List<(long Sequence, long Known, string Type, string Data)>> CatalogueAsync(this Tracker tracker) => tracker.ReadAsync(
        $"select sequence, known, type, data::text from {Tables.Catalogue}", row => (row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3)));

    /// <summary>Rows are what comes of all events: facts as Marten reads them, in the order in which they are known.</summary>
    /// <param name="known">From when on stragglers are known.</param>
    public static async Task RowsShouldBeSoundAsync(this Tracker tracker, IReadOnlyDictionary<long, long>? known = null)
    {
        await using var session = tracker.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var events = (await session.Events.QueryAllRawEvents().OrderBy(e => e.Sequence).ToListAsync()).Where(e => e.Data is IFact).ToList();
        long KnownFrom(long sequence) => known?.GetValueOrDefault(sequence, sequence) ?? sequence;
        var sources = events.Select(e => e.Data).OfType<SourceRegistered>().ToDictionary(source => source.Source);
        var fold = new VersionFold(source => sources[source]);
        foreach (var e in events.OrderBy(e => KnownFrom(e.Sequence)).Where(e => e.Data is IClaimFact))
        {
            fold.Add(KnownFrom(e.Sequence), (IClaimFact)e.Data);
        }

        var versions = await tracker.VersionsAsync();
        versions.Should().BeEquivalentTo(fold.Added.Where(version => version.Recorded < version.Until), options => options.ComparingByValue<ClaimVersion>());
        versions.Should().OnlyContain(version => version.Earliest.Kind == DateTimeKind.Utc);
        (await tracker.QueryAsync<long>(
            $"""
            select count(*) from {Tables.ClaimListing} l full join {Tables.ClaimVersions} v using (claim, recorded)
            where l is null or v is null or (l.until, l.topic, l.actor, l.effective, l.stance, l.voice, l.speaker, l.reported_by, l.source, l.publisher)
              is distinct from (v.until, v.topic, v.actor, v.effective, v.stance, v.voice, v.speaker, v.reported_by, v.source, v.publisher)
            """)).Should().Be(0, "the listing follows the versions");
        (await tracker.CatalogueAsync()).Select(fact => (fact.Sequence, fact.Known, fact.Type))
            .Should().BeEquivalentTo(events.Where(e => Catalogue.Holds((IFact)e.Data)).Select(e => (e.Sequence, KnownFrom(e.Sequence), e.EventTypeName)));
        (await tracker.QueryAsync<long>($"select count(*) from {Tables.Catalogue} c join {Tables.Events} e on e.seq_id = c.sequence where e.data <> c.data or e.type <> c.type"))
            .Should().Be(0, "the catalogue is a copy");
    }
}
