using GuaranteeTracker.Api.Recording.Rows;
using GuaranteeTracker.Domain.Timelines;
using Npgsql;
using NpgsqlTypes;

namespace GuaranteeTracker.Api.Recording.Rebuilding;

/// <summary>Writes rows into the new tables by binary COPY. What older versions end is kept and applied at once.</summary>
internal sealed class NewRows(NpgsqlConnection connection, NewTable versions, NewTable catalogue)
{
    private readonly KnownPublications _publications = new();
    private readonly List<(Guid Claim, long Until)> _ended = [];

    /// <summary>How many versions of claims were written.</summary>
    public long Versions { get; private set; }

    public async Task AddAsync(RowFold fold, CancellationToken cancellation)
    {
        var stretch = await fold.VersionsAsync(_publications, connection, cancellation);
        _ended.AddRange(stretch.Ended.Select(ended => (ended.Key, ended.Value)));
        Versions += stretch.Added.Count;
        await RowStatements.CopyAsync(connection, versions.Name, stretch.Added, cancellation);
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

        await using var batch = new NpgsqlBatch(connection) { Timeout = 0, BatchCommands = { RowStatements.Add(catalogue.Name, facts) } };
        await batch.ExecuteNonQueryAsync(cancellation);
    }
}
