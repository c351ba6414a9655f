using GuaranteeTracker.Ledger.Notes;
using Npgsql;

namespace GuaranteeTracker.Api.Recording.Checkpoints;

/// <summary>A checkpoint as it is stored, with its tree.</summary>
/// <param name="Size">Number of leaves.</param>
/// <param name="Sequence">It holds every event up to this one, inclusive.</param>
/// <param name="Root">32 bytes.</param>
/// <param name="Note">Signed; null for one that an earlier version made.</param>
internal sealed record StoredCheckpoint(long Size, long Sequence, DateTime At, byte[] Root, string? Note)
{
    /// <summary>What <see cref="Read"/> reads, in this order.</summary>
    public const string Columns = "size, sequence, at, root, note";

    private const string LastOfAll = $"select {Columns} from {Tables.Checkpoints} order by size desc limit 1";

    /// <param name="reader">At a row that begins with <see cref="Columns"/>.</param>
    public static StoredCheckpoint Read(NpgsqlDataReader reader) =>
        new(reader.GetInt64(0), reader.GetInt64(1), reader.GetDateTime(2), reader.GetFieldValue<byte[]>(3), reader.IsDBNull(4) ? null : reader.GetString(4));

    /// <returns>Null where there is none.</returns>
    public static async Task<StoredCheckpoint?> LastAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(LastOfAll, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? Read(reader) : null;
    }

    /// <summary>Whether the text tells of this very row.</summary>
    public bool IsToldBy(CheckpointText text) => text.Size == Size && text.Sequence == Sequence && text.At == At && text.Root.Span.SequenceEqual(Root);
}
