using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Recording.Checkpoints;
using Npgsql;

namespace GuaranteeTracker.Api.Ledger;

/// <summary>Reads checkpoints with their roots and notes. They never change, so that the one asked for last is kept.</summary>
internal sealed class LedgerCheckpoints(NpgsqlDataSource database)
{
    private const string
        OfThatSize = $"select {StoredCheckpoint.Columns} from {Tables.Checkpoints} where size = $1",
        Covering = $"select {StoredCheckpoint.Columns} from {Tables.Checkpoints} where sequence >= $1 order by sequence limit 1";

    private volatile Covered? _covered;

    /// <returns>Null where there is none yet.</returns>
    public async Task<StoredCheckpoint?> LastAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await StoredCheckpoint.LastAsync(connection, cancellation);
    }

    /// <returns>Null where no checkpoint has just that many leaves.</returns>
    public Task<StoredCheckpoint?> OfSizeAsync(long size, CancellationToken cancellation) => ReadAsync(OfThatSize, size, cancellation);

    /// <summary>The first that covers all that an answer held.</summary>
    /// <returns>Null where none does yet, or there was nothing.</returns>
    public async Task<StoredCheckpoint?> CoveringAsync(Known known, CancellationToken cancellation)
    {
        if (known.Pending > 0 || known.Sequence == 0)
        {
            return null;
        }

        if (_covered is { } last && last.Sequence == known.Sequence)
        {
            return last.By;
        }

        var checkpoint = await ReadAsync(Covering, known.Sequence, cancellation);
        _covered = checkpoint is null ? _covered : new(known.Sequence, checkpoint);
        return checkpoint;
    }

    private async Task<StoredCheckpoint?> ReadAsync(string sql, long value, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? StoredCheckpoint.Read(reader) : null;
    }

    private sealed record Covered(long Sequence, StoredCheckpoint By);
}
