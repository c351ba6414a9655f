using GuaranteeTracker.Domain.Timelines;
using Npgsql;

namespace GuaranteeTracker.Api.Recording.Rows;

/// <summary>Writes the rows of versions and the catalogue.</summary>
internal static class RowStatements
{
    /// <summary>Whoever writes rows takes it before, in the same transaction: one after another.</summary>
    public const string OneAtATime = "pg_advisory_xact_lock(hashtext('guaranteetracker.rows'))";

    public const string VersionColumns =
        "claim, recorded, until, topic, actor, effective, earliest, stance, voice, traits, speaker, reported_by, source, publisher, published, start, stated";

    private const string
        Never = "9223372036854775807",
        EndVersions =
            $"""
            update {Tables.ClaimVersions} version set until = ended.until from unnest($1, $2) as ended (claim, until)
            where version.claim = ended.claim and version.until = {Never}
            """,
        AddCatalogue = " (sequence, known, type, data) select e.seq_id, fact.known, e.type, e.data from unnest($1, $2) as fact (sequence, known) join "
            + $"{Tables.Events} e on e.seq_id = fact.sequence";

    public static NpgsqlBatchCommand End(IReadOnlyDictionary<Guid, long> ended) => Sql.Of(EndVersions, ended.Keys.ToArray(), ended.Values.ToArray());

    /// <param name="catalogue">The table.</param>
    public static NpgsqlBatchCommand Add(string catalogue, IReadOnlyList<Catalogued> facts) =>
        Sql.Of($"insert into {catalogue}{AddCatalogue}", facts.Select(fact => fact.Sequence).ToArray(), facts.Select(fact => fact.Known).ToArray());

    /// <param name="table">Of versions.</param>
    public static Task CopyAsync(NpgsqlConnection connection, string table, IReadOnlyList<ClaimVersion> versions, CancellationToken cancellation)
    {
        var rows = new BinaryRows();
        foreach (var version in versions)
        {
            rows.Row(17).Add(version.Claim).Add(version.Recorded).Add(version.Until).Add(version.Topic).Add(version.Actor).Add(version.Effective).Add(version.Earliest)
                .Add((short)version.Stance).Add((short)version.Voice).Add((short)version.Traits).Add(version.Speaker).Add(version.ReportedBy).Add(version.Source)
                .Add(version.Publisher).Add(version.Published).Add(version.Start).Add(version.Stated);
        }

        return rows.CopyAsync(connection, $"{table} ({VersionColumns})", cancellation);
    }
}
