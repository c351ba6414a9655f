using System.Buffers;

namespace GuaranteeTracker.Ledger;

/// <summary>UTF-8 that grows at its end, in a borrowed array: an event is written, hashed and forgotten.</summary>
internal sealed class Utf8Text : IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(4096);
    private int _length;

    /// <summary>Valid until the next addition.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public void Add(byte character)
    {
        Room(1)[0] = character;
        _length++;
    }

    public void Add(ReadOnlySpan<byte> characters)
    {
        characters.CopyTo(Room(characters.Length));
        _length += characters.Length;
    }

    /// <summary>Free space for at least so many bytes; <see cref="Advance"/> tells how many were used.</summary>
    public Span<byte> Room(int count)
    {
        if (_bytes.Length - _length < count)
        {
            Grow(count);
        }

        return _bytes.AsSpan(_length);
    }

    public void Advance(int count) => _length += count;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        _length = 0;
    }

    private void Grow(int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(checked(_length + Math.Max(count, _length)));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
