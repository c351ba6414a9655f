using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace GuaranteeTracker.Ledger;

/// <summary>What an event becomes in the tree.</summary>
/// <param name="Id">The event's.</param>
/// <param name="Stream">What the event is about: <c>claim:…</c>, <c>source:…</c>, <c>actor:…</c>, <c>topic:…</c>, <c>encounter:…</c>.</param>
/// <param name="Version">Its place in its stream, from 1.</param>
/// <param name="Type">The stored name of what happened: <c>claim-recorded</c>.</param>
/// <param name="RecordedAt">UTC, in whole microseconds, as stored.</param>
/// <param name="Headers">The stored JSON, any order and spacing.</param>
/// <param name="Data">The stored JSON, any order and spacing.</param>
public sealed record Leaf(Guid Id, string Stream, long Version, string Type, DateTime RecordedAt, JsonElement Headers, JsonElement Data)
{
    /// <summary>The <see cref="CanonicalJson"/> of <c>{id, stream, version, type, recordedAt, headers, data}</c>.</summary>
    /// <exception cref="FormatException">As <see cref="CanonicalJson.Write(JsonElement)"/>, or RecordedAt is not UTC or finer than a microsecond.</exception>
    public byte[] Canonical()
    {
        using var text = new Utf8Text();
        Write(text);
        return text.Written.ToArray();
    }

    /// <summary>RFC 6962, 2.1: SHA-256 of a zero byte and the leaf.</summary>
    /// <returns>32 bytes.</returns>
    /// <exception cref="FormatException">As <see cref="Canonical"/>.</exception>
    public byte[] Hash()
    {
        using var text = new Utf8Text();
        text.Add(0);
        Write(text);
        return SHA256.HashData(text.Written);
    }

    // The envelope's members stand here in their canonical order.
    private void Write(Utf8Text text)
    {
        text.Add("{\"data\":"u8);
        CanonicalJson.Write(Data, text);
        text.Add(",\"headers\":"u8);
        CanonicalJson.Write(Headers, text);
        text.Add(",\"id\":\""u8);
        Add(Id, "D", text);
        text.Add("\",\"recordedAt\":\""u8);
        Add(StoredMoment(), "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", text);
        text.Add("\",\"stream\":"u8);
        CanonicalString.Write(Stream, text);
        text.Add(",\"type\":"u8);
        CanonicalString.Write(Type, text);
        text.Add(",\"version\":"u8);
        Add(Version, "D", text);
        text.Add((byte)'}');
    }

    private DateTime StoredMoment() => RecordedAt.Kind == DateTimeKind.Utc && RecordedAt.Ticks % TimeSpan.TicksPerMicrosecond == 0
        ? RecordedAt
        : throw new FormatException($"{RecordedAt:O} is not a moment as stored: UTC, in whole microseconds.");

    private static void Add<T>(T value, string format, Utf8Text text)
        where T : IUtf8SpanFormattable
    {
        const int Longest = 40;
        value.TryFormat(text.Room(Longest), out var length, format, CultureInfo.InvariantCulture);
        text.Advance(length);
    }
}
