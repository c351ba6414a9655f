using GuaranteeTracker.Api.Recording.Rows;
using GuaranteeTracker.Domain.Timelines;
using Npgsql;
using NpgsqlTypes;

namespace GuaranteeTracker.Api.Recording.Rebuilding;

/// <summary>Writes rows into the new tables by binary COPY. What older versions end is kept and applied at once.</summary>
internal sealed class NewRows(NpgsqlConnection connection, NewTable versions, NewTable catalogue)
{
    private static readonly long _postgresEpoch = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    private readonly KnownPublications _publications = new();
    private readonly List<(Guid Claim, long Until)> _ended = [];

    /// <summary>How many versions of claims were written.</summary>
    public long Versions { get; private set; }

    public async Task AddAsync(RowFold fold, CancellationToken cancellation)
    {
        var stretch = await fold.VersionsAsync(_publications, connection, cancellation);
        _ended.AddRange(stretch.Ended.Select(ended => (ended.Key, ended.Value)));
        Versions += stretch.Added.Count;
        await using (var rows = await connection.BeginBinaryImportAsync($"copy {versions.Name} ({RowStatements.VersionColumns}) from stdin (format binary)", cancellation))
        {
            foreach (var version in stretch.Added)
            {
                Write(rows, version);
            }

            await rows.CompleteAsync(cancellation);
        }

        await AddAsync(fold.Catalogued, cancellation);
    }

    /// <summary>Ends the versions that later events ended.</summary>
    public async Task EndAsync(CancellationToken cancellation)
    {
        await connection.ExecuteAsync("create temporary table if not exists ended (claim uuid, until bigint)", cancellation);
        await using (var rows = await connection.BeginBinaryImportAsync("copy ended (claim, until) from stdin (format binary)", cancellation))
        {
            foreach (var (claim, until) in _ended)
            {
                await rows.StartRowAsync(cancellation);
                await rows.WriteAsync(claim, NpgsqlDbType.Uuid, cancellation);
                await rows.WriteAsync(until, NpgsqlDbType.Bigint, cancellation);
            }

            await rows.CompleteAsync(cancellation);
        }

        await connection.ExecuteAsync(
            $"""
            analyze ended;
            update {versions.Name} version set until = last.until from (
              select v.claim, v.recorded, min(ended.until) as until from {versions.Name} v join ended using (claim)
              where v.until = {ClaimVersion.Never} and ended.until > v.recorded group by v.claim, v.recorded) last
            where version.claim = last.claim and version.recorded = last.recorded;
            drop table ended
            """, cancellation);
        _ended.Clear();
    }

    private async Task AddAsync(IReadOnlyList<Catalogued> facts, CancellationToken cancellation)
    {
        if (facts.Count == 0)
        {
            return;
        }

        await using var command = new NpgsqlCommand(
            $"""
            insert into {catalogue.Name} (sequence, known, type, data)
            select e.seq_id, fact.known, e.type, e.data from unnest($1, $2) as fact (sequence, known) join {Tables.Events} e on e.seq_id = fact.sequence
            """, connection) { CommandTimeout = 0 };
        command.Parameters.Add(new() { Value = facts.Select(fact => fact.Sequence).ToArray() });
        command.Parameters.Add(new() { Value = facts.Select(fact => fact.Known).ToArray() });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    // Writing each of sixteen columns asynchronously costs more than writing it.
    private static void Write(NpgsqlBinaryImporter rows, ClaimVersion version)
    {
        rows.StartRow();
        rows.Write(version.Claim, NpgsqlDbType.Uuid);
        rows.Write(version.Recorded, NpgsqlDbType.Bigint);
        rows.Write(version.Until, NpgsqlDbType.Bigint);
        rows.Write(version.Topic, NpgsqlDbType.Text);
        rows.Write(version.Actor, NpgsqlDbType.Text);
        rows.Write(Microseconds(version.Effective), NpgsqlDbType.TimestampTz);
        rows.Write(Microseconds(version.Earliest), NpgsqlDbType.TimestampTz);
        rows.Write((short)version.Stance, NpgsqlDbType.Smallint);
        rows.Write((short)version.Voice, NpgsqlDbType.Smallint);
        rows.Write((short)version.Traits, NpgsqlDbType.Smallint);
        rows.Write(version.Speaker, NpgsqlDbType.Text);
        rows.Write(version.ReportedBy, NpgsqlDbType.Text);
        rows.Write(version.Source, NpgsqlDbType.Uuid);
        rows.Write(version.Publisher, NpgsqlDbType.Text);
        rows.Write(version.Published, NpgsqlDbType.Date);
        rows.Write(version.Start, NpgsqlDbType.Integer);
        rows.Write(version.Stated, NpgsqlDbType.Text);
    }

    /// <summary>As PostgreSQL has it: the driver would send the beginning of time as -infinity.</summary>
    private static long Microseconds(DateTime moment) => (moment.Ticks - _postgresEpoch) / TimeSpan.TicksPerMicrosecond;
}
