using GuaranteeTracker.Api.Recording.Rows;
using GuaranteeTracker.Domain.Timelines;
using Npgsql;
using NpgsqlTypes;

namespace GuaranteeTracker.Api.Recording.Rebuilding;

/// <summary>Writes rows into the new tables by binary COPY. What older versions end is kept and applied at once.</summary>
internal sealed class NewRows(NpgsqlConnection connection, NewTable versions, NewTable listing, NewTable catalogue)
{
    private readonly KnownPublications _publications = new();
    private readonly ListedVersions _listed = new(new());
    private readonly List<(Guid Claim, long Until)> _ended = [];
    private readonly List<ClaimVersion> _late = [];

    /// <summary>How many versions of claims were written.</summary>
    public long Versions { get; private set; }

    public async Task AddAsync(RowFold fold, CancellationToken cancellation)
    {
        var stretch = await fold.VersionsAsync(_publications, connection, cancellation);
        _ended.AddRange(stretch.Ended.Select(ended => (ended.Key, ended.Value)));
        Versions += stretch.Added.Count;
        await RowStatements.CopyAsync(connection, versions.Name, stretch.Added, cancellation);
        if (fold.HasStragglers)
        {
            _late.AddRange(stretch.Added);
        }
        else
        {
            await _listed.CopyAsync(connection, listing.Name, stretch.Added, fold.Contents, cancellation);
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
            where version.claim = last.claim and version.recorded = last.recorded
            """, cancellation);
        _ended.Clear();
    }

    /// <summary>The same in the listing, and what stragglers say. It needs the versions' key.</summary>
    public async Task ListAsync(CancellationToken cancellation)
    {
        if (_late.Count > 0)
        {
            await RunAsync(ListingRows.Add(versions.Name, listing.Name, _late), cancellation);
            _late.Clear();
        }

        await connection.ExecuteAsync($"{ListingRows.EndAmong(versions.Name, listing.Name, "ended")}; drop table ended", cancellation);
    }

    private async Task AddAsync(IReadOnlyList<Catalogued> facts, CancellationToken cancellation)
    {
        if (facts.Count == 0)
        {
            return;
        }

        await RunAsync(RowStatements.Add(catalogue.Name, facts), cancellation);
    }

    private async Task RunAsync(NpgsqlBatchCommand statement, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection) { Timeout = 0, BatchCommands = { statement } };
        await batch.ExecuteNonQueryAsync(cancellation);
    }
}
