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
                await WriteAsync(rows, version, cancellation);
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

    private static async Task WriteAsync(NpgsqlBinaryImporter rows, ClaimVersion version, CancellationToken cancellation)
    {
        await rows.StartRowAsync(cancellation);
        await rows.WriteAsync(version.Claim, NpgsqlDbType.Uuid, cancellation);
        await rows.WriteAsync(version.Recorded, NpgsqlDbType.Bigint, cancellation);
        await rows.WriteAsync(version.Until, NpgsqlDbType.Bigint, cancellation);
        await rows.WriteAsync(version.Topic, NpgsqlDbType.Text, cancellation);
        await rows.WriteAsync(version.Actor, NpgsqlDbType.Text, cancellation);
        await rows.WriteAsync(Microseconds(version.Effective), NpgsqlDbType.TimestampTz, cancellation);
        await rows.WriteAsync(Microseconds(version.Earliest), NpgsqlDbType.TimestampTz, cancellation);
        await rows.WriteAsync((short)version.Stance, NpgsqlDbType.Smallint, cancellation);
        await rows.WriteAsync((short)version.Voice, NpgsqlDbType.Smallint, cancellation);
        await rows.WriteAsync((short)version.Traits, NpgsqlDbType.Smallint, cancellation);
        await rows.WriteAsync(version.Speaker, NpgsqlDbType.Text, cancellation);
        await rows.WriteAsync(version.ReportedBy, NpgsqlDbType.Text, cancellation);
        await rows.WriteAsync(version.Source, NpgsqlDbType.Uuid, cancellation);
        await rows.WriteAsync(version.Publisher, NpgsqlDbType.Text, cancellation);
        await rows.WriteAsync(version.Published, NpgsqlDbType.Date, cancellation);
        await rows.WriteAsync(version.Start, NpgsqlDbType.Integer, cancellation);
    }

    /// <summary>As PostgreSQL has it: the driver would send the beginning of time as -infinity.</summary>
    private static long Microseconds(DateTime moment) => (moment.Ticks - _postgresEpoch) / TimeSpan.TicksPerMicrosecond;
}
