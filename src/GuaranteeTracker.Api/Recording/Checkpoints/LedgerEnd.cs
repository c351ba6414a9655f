using GuaranteeTracker.Ledger;
using Npgsql;

namespace GuaranteeTracker.Api.Recording.Checkpoints;

/// <summary>Where the ledger goes on: the last checkpoint.</summary>
/// <param name="Sequence">Its sequence number; 0 where there is none.</param>
internal sealed record LedgerEnd(long Sequence, Frontier Frontier)
{
    private const string LastCheckpoint = $"select size, sequence, root, edge from {Tables.Checkpoints} order by size desc limit 1";

    /// <exception cref="InvalidDataException">The stored edge does not give the stored root: somebody changed either.</exception>
    public static async Task<LedgerEnd> ReadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(LastCheckpoint, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation))
        {
            return new(0, Frontier.Empty());
        }

        var (size, sequence) = (reader.GetInt64(0), reader.GetInt64(1));
        return Read(size, reader.GetFieldValue<byte[]>(3)) is { } frontier && frontier.Root().AsSpan().SequenceEqual(reader.GetFieldValue<byte[]>(2))
            ? new(sequence, frontier)
            : throw new InvalidDataException($"The edge of the checkpoint of size {size} does not give its root: one of them was changed. No checkpoint is made on top of it.");
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
