using Npgsql;

namespace GuaranteeTracker.Api.Verifying.Stored;

/// <summary>A checkpoint as it is stored.</summary>
internal sealed record CheckpointRow(long Size, long Sequence, DateTime At, byte[] Root, byte[] Edge, string? Note)
{
    public const string Columns = "size, sequence, at, root, edge, note";

    public static CheckpointRow Read(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetDateTime(2), row.GetFieldValue<byte[]>(3), row.GetFieldValue<byte[]>(4), row.IsDBNull(5) ? null : row.GetString(5));
}
