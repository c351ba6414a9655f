using System.Buffers.Binary;

namespace GuaranteeTracker.Benchmarks.Generating;

/// <summary>
/// Numbers that depend on nothing but what they are drawn for: the same on every machine and in every run, and
/// the hundredth article can be written without the ninety-nine before it.
/// </summary>
internal struct Draw
{
    private const ulong Seed = 0x6775_6172_616E_7465;

    private ulong _state;

    private Draw(ulong state) => _state = state;

    /// <param name="kind">What is drawn for, and which one of it.</param>
    public static Draw For(Kind kind, long first, long second = 0)
    {
        var draw = new Draw(Seed ^ ((ulong)kind << 56));
        draw._state ^= draw.Next() + (ulong)first;
        draw._state ^= draw.Next() + (ulong)second;
        return draw;
    }

    /// <summary>SplitMix64.</summary>
    public ulong Next()
    {
        _state += 0x9E37_79B9_7F4A_7C15;
        var z = (_state ^ (_state >> 30)) * 0xBF58_476D_1CE4_E5B9;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
        return z ^ (z >> 31);
    }

    /// <summary>From 0 to below the bound.</summary>
    public int Below(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);

    /// <summary>From 0 to below the bound.</summary>
    public long Below(long bound) => (long)(Share() * bound);

    /// <summary>From 0 to below 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double share) => Share() < share;

    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>Shaped like any random UUID (version 4).</summary>
    public Guid Id()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, Next());
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Next());
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    public enum Kind
    {
        Article,
        ArticleId,
        Cell,
        Claim,
        ClaimId,
        Lateness,
        Mandate,
        Moment,
        ShortArticle,
    }
}
