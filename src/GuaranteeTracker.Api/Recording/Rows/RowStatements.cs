using Marten;

namespace GuaranteeTracker.Api.Recording.Rows;

/// <summary>Queues a page's rows.</summary>
internal static class RowStatements
{
    /// <summary>Whoever writes rows takes it before, in the same transaction: one after another.</summary>
    public const string OneAtATime = "pg_advisory_xact_lock(hashtext('guaranteetracker.rows'))";

    public const string VersionColumns =
        "claim, recorded, until, topic, actor, effective, earliest, stance, voice, traits, speaker, reported_by, source, publisher, published, start, stated";

    private const string
        Never = "9223372036854775807",
        BeginningOfTime = "0001-01-01 00:00:00+00"; // which Npgsql sends as -infinity

    private const string
        EndVersions =
            $"""
            update {Tables.ClaimVersions} version set until = ended.until from unnest(?, ?) as ended (claim, until)
            where version.claim = ended.claim and version.until = {Never}
            """,
        AddVersions =
            $"""
            insert into {Tables.ClaimVersions} ({VersionColumns})
            select claim, recorded, until, topic, actor, effective, greatest(earliest, timestamptz '{BeginningOfTime}'), stance, voice, traits, speaker, reported_by, source, publisher, published, start, stated
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as version ({VersionColumns})
            """,
        AddCatalogue =
            $"""
            insert into {Tables.Catalogue} (sequence, known, type, data)
            select e.seq_id, fact.known, e.type, e.data from unnest(?, ?) as fact (sequence, known) join {Tables.Events} e on e.seq_id = fact.sequence
            """;

    public static void QueueRows(this IDocumentOperations operations, NewVersions versions, IReadOnlyList<Catalogued> catalogued)
    {
        if (versions.Ended.Count > 0)
        {
            operations.QueueSqlCommand(EndVersions, versions.Ended.Keys.ToArray(), versions.Ended.Values.ToArray());
        }

        if (versions.Added.Count > 0)
        {
            var added = versions.Added;
            operations.QueueSqlCommand(
                AddVersions,
                added.Select(v => v.Claim).ToArray(), added.Select(v => v.Recorded).ToArray(), added.Select(v => v.Until).ToArray(),
                added.Select(v => v.Topic).ToArray(), added.Select(v => v.Actor).ToArray(), added.Select(v => new DateTimeOffset(v.Effective)).ToArray(), added.Select(v => new DateTimeOffset(v.Earliest)).ToArray(),
                added.Select(v => (short)v.Stance).ToArray(), added.Select(v => (short)v.Voice).ToArray(), added.Select(v => (short)v.Traits).ToArray(),
                added.Select(v => v.Speaker).ToArray(), added.Select(v => v.ReportedBy).ToArray(), added.Select(v => v.Source).ToArray(),
                added.Select(v => v.Publisher).ToArray(), added.Select(v => v.Published).ToArray(), added.Select(v => v.Start).ToArray(), added.Select(v => v.Stated).ToArray());
        }

        if (catalogued.Count > 0)
        {
            operations.QueueSqlCommand(AddCatalogue, catalogued.Select(fact => fact.Sequence).ToArray(), catalogued.Select(fact => fact.Known).ToArray());
        }
    }
}
