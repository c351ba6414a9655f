using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace GuaranteeTracker.Benchmarks.Generating;

/// <summary>Rows in PostgreSQL's binary COPY format, for one table. Made on any thread, sent later.</summary>
internal sealed class RowBuffer
{
    private static readonly DateTime _epoch = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly ArrayBufferWriter<byte> _bytes = new(64 * 1024);

    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    public void Clear() => _bytes.ResetWrittenCount();

    /// <param name="columns">As many values follow.</param>
    public RowBuffer Row(short columns)
    {
        BinaryPrimitives.WriteInt16BigEndian(Room(2), columns);
        return this;
    }

    public RowBuffer Add(long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(Value(8), value);
        return this;
    }

    public RowBuffer Add(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(Value(4), value);
        return this;
    }

    public RowBuffer Add(short value)
    {
        BinaryPrimitives.WriteInt16BigEndian(Value(2), value);
        return this;
    }

    public RowBuffer Add(Guid value)
    {
        value.TryWriteBytes(Value(16), bigEndian: true, out _);
        return this;
    }

    /// <summary>The beginning of time is an instant like any other, and not minus infinity.</summary>
    public RowBuffer Add(DateTime moment) => Add((moment.Ticks - _epoch.Ticks) / TimeSpan.TicksPerMicrosecond);

    public RowBuffer Add(DateOnly day) => Add(day.DayNumber - DateOnly.FromDateTime(_epoch).DayNumber);

    public RowBuffer Add(string? text)
    {
        if (text is null)
        {
            BinaryPrimitives.WriteInt32BigEndian(Room(4), -1);
            return this;
        }

        Encoding.UTF8.GetBytes(text, Value(Encoding.UTF8.GetByteCount(text)));
        return this;
    }

    public RowBuffer Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Value(bytes.Length));
        return this;
    }

    /// <param name="json">UTF-8.</param>
    public RowBuffer AddJson(ReadOnlySpan<byte> json)
    {
        const byte Version = 1;
        var value = Value(1 + json.Length);
        value[0] = Version;
        json.CopyTo(value[1..]);
        return this;
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
