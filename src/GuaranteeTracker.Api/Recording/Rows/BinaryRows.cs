using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Npgsql;

namespace GuaranteeTracker.Api.Recording.Rows;

/// <summary>Rows in PostgreSQL's binary COPY format, for one table. Writing them so costs both sides a fraction of what parameters do.</summary>
internal sealed class BinaryRows
{
    private static readonly byte[] _head = [.. "PGCOPY\n"u8, 0xff, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0]; // signature, flags, no extension

    private static readonly DateTime _epoch = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly ArrayBufferWriter<byte> _bytes = new(64 * 1024);

    public BinaryRows() => _bytes.Write(_head);

    /// <param name="columns">As many values follow.</param>
    public BinaryRows Row(short columns)
    {
        BinaryPrimitives.WriteInt16BigEndian(Room(2), columns);
        return this;
    }

    public BinaryRows Add(long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(Value(8), value);
        return this;
    }

    public BinaryRows Add(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(Value(4), value);
        return this;
    }

    public BinaryRows Add(short value)
    {
        BinaryPrimitives.WriteInt16BigEndian(Value(2), value);
        return this;
    }

    public BinaryRows Add(bool value)
    {
        Value(1)[0] = value ? (byte)1 : (byte)0;
        return this;
    }

    public BinaryRows Add(Guid value)
    {
        value.TryWriteBytes(Value(16), bigEndian: true, out _);
        return this;
    }

    /// <summary>UTC. The beginning of time is an instant like any other: the driver would send it as -infinity.</summary>
    public BinaryRows Add(DateTime moment) => Add((moment.Ticks - _epoch.Ticks) / TimeSpan.TicksPerMicrosecond);

    public BinaryRows Add(DateOnly day) => Add(day.DayNumber - DateOnly.FromDateTime(_epoch).DayNumber);

    public BinaryRows Add(string? text)
    {
        if (text is null)
        {
            BinaryPrimitives.WriteInt32BigEndian(Room(4), -1);
            return this;
        }

        Encoding.UTF8.GetBytes(text, Value(Encoding.UTF8.GetByteCount(text)));
        return this;
    }

    public BinaryRows Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Value(bytes.Length));
        return this;
    }

    /// <summary>Sends all of it. Nothing may be added afterwards.</summary>
    /// <param name="table">With its columns: <c>leaves (index, …)</c>.</param>
    public async Task CopyAsync(NpgsqlConnection connection, string table, CancellationToken cancellation)
    {
        BinaryPrimitives.WriteInt16BigEndian(Room(2), -1);
        await using var stream = await connection.BeginRawBinaryCopyAsync($"copy {table} from stdin (format binary)", cancellation);
        try
        {
            await stream.WriteAsync(_bytes.WrittenMemory, cancellation);
        }
        catch
        {
            await stream.CancelAsync(); // leaving it would make rows of what was sent
            throw;
        }
    }

    private Span<byte> Value(int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(Room(4), length);
        return Room(length);
    }

    private Span<byte> Room(int length)
    {
        var room = _bytes.GetSpan(length)[..length];
        _bytes.Advance(length);
        return room;
    }
}
