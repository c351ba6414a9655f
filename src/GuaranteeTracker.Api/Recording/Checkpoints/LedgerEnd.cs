using GuaranteeTracker.Ledger;
using Npgsql;

namespace GuaranteeTracker.Api.Recording.Checkpoints;

/// <summary>Where the ledger goes on: the last checkpoint.</summary>
/// <param name="Last">Null where there is none.</param>
internal sealed record LedgerEnd(StoredCheckpoint? Last, Frontier Frontier)
{
    private const string LastCheckpoint = $"select {StoredCheckpoint.Columns}, edge from {Tables.Checkpoints} order by size desc limit 1";

    /// <summary>The last checkpoint's sequence number; 0 where there is none.</summary>
    public long Sequence => Last?.Sequence ?? 0;

    /// <exception cref="InvalidDataException">The stored edge does not give the stored root: somebody changed either.</exception>
    public static async Task<LedgerEnd> ReadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(LastCheckpoint, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation))
        {
            return new(null, Frontier.Empty());
        }

        var last = StoredCheckpoint.Read(reader);
        return Read(last.Size, reader.GetFieldValue<byte[]>(5)) is { } frontier && frontier.Root().AsSpan().SequenceEqual(last.Root)
            ? new(last, frontier)
            : throw new InvalidDataException($"The edge of the checkpoint of size {last.Size} does not give its root: one of them was changed. No checkpoint is made on top of it.");
    }

    private static Frontier? Read(long size, byte[] edge)
    {
        try
        {
            return Frontier.Read(size, edge);
        }
        catch (FormatException)
        {
            return null; // told together with an edge of the right length
        }
    }
}
