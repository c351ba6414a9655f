using System.Text.Json;
using GuaranteeTracker.Api.Recording.Checkpoints;
using Npgsql;

namespace GuaranteeTracker.Api.Verifying.Stored;

/// <summary>Compares each leaf with its event as stored.</summary>
internal sealed class LeafCheck(Faults faults)
{
    /// <summary>Where a row's event begins, behind index, sequence and hash, and where it ends.</summary>
    private const int Id = 4, Stream = 5, Version = 6, Hidden = 11;

    public long Events { get; private set; }

    public void Check(long index, long sequence, byte[] hash, NpgsqlDataReader row)
    {
        if (row.IsDBNull(Id))
        {
            faults.Add(new("Its event is not there any more.", Sequence: sequence, Leaf: index));
            return;
        }

        Events++;
        var because =
            row.GetBoolean(Hidden) ? "The event is marked so that nobody reads it, as nothing here ever is."
            : Hash(row) is not { } hashed ? "What stands here is no event."
            : !hashed.AsSpan().SequenceEqual(hash) ? "The event is not what its leaf says: one of them was changed."
            : null;
        if (because is not null)
        {
            faults.Add(new(
                because, row.GetGuid(Id), row.IsDBNull(Stream) ? null : row.GetString(Stream), row.IsDBNull(Version) ? null : row.GetInt64(Version), sequence, index));
        }
    }

    /// <summary>Null for what no event that was ever stored looks like.</summary>
    private static byte[]? Hash(NpgsqlDataReader row)
    {
        try
        {
            return StoredEvents.Read(row, Id - 1).Hash();
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidCastException or OverflowException)
        {
            return null;
        }
    }
}
