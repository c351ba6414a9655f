using System.Globalization;
using System.Text;
using System.Text.Json;
using GuaranteeTracker.Api.Replaying;
using GuaranteeTracker.Benchmarks.Generating;

namespace GuaranteeTracker.Benchmarks.Ingesting;

/// <summary>Requests that record claims, each of them another one: made beforehand but for a number in the claim's summary.</summary>
internal sealed class Posts
{
    private const string Place = "000000000000";

    private readonly string _head;
    private readonly byte[][] _claims;
    private readonly int[] _places;

    /// <param name="articles">Whose claims these are; all are on record as sources.</param>
    public Posts(Uri service, string key, IEnumerable<Article> articles)
    {
        _head = $"Host: {service.Authority}\r\nAuthorization: Bearer {key}\r\nContent-Type: application/json\r\nContent-Length: ";
        _claims = [.. articles.SelectMany(article => article.Claims).Select(claim => ClaimRequests.Of(claim.Content) is var request
            ? JsonSerializer.SerializeToUtf8Bytes(request with { Summary = $"{request.Summary} {Place}." }, FactRequests.Options)
            : [])];
        _places = [.. _claims.Select(claim => claim.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Place)))];
    }

    public ReadOnlyMemory<byte> Single(long number)
    {
        var claim = _claims[number % _claims.Length];
        var bytes = Begin("/api/claims", claim.Length, out var at);
        Write(number, bytes.AsSpan(at));
        return bytes;
    }

    /// <param name="number">Of the batch, among those of its size.</param>
    public ReadOnlyMemory<byte> Batch(long number, int size)
    {
        var numbers = Enumerable.Range(0, size).Select(i => (number * size) + i).ToArray();
        var length = numbers.Sum(n => _claims[n % _claims.Length].Length + 1) - 1;
        ReadOnlySpan<byte> before = "{\"claims\":["u8, after = "]}"u8;
        var bytes = Begin("/api/claims:batch", before.Length + length + after.Length, out var at);
        before.CopyTo(bytes.AsSpan(at));
        at += before.Length;
        foreach (var n in numbers)
        {
            at += Write(n, bytes.AsSpan(at));
            bytes[at++] = (byte)',';
        }

        after.CopyTo(bytes.AsSpan(at - 1)); // in the last comma's place
        return bytes;
    }

    private byte[] Begin(string path, int length, out int at)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"POST {path} HTTP/1.1\r\n{_head}{length}\r\n\r\n");
        var bytes = new byte[head.Length + length];
        at = Encoding.ASCII.GetBytes(head, bytes);
        return bytes;
    }

    private int Write(long number, Span<byte> room)
    {
        var which = number % _claims.Length;
        var claim = _claims[which];
        claim.CopyTo(room);
        number.TryFormat(room.Slice(_places[which], Place.Length), out _, "D12", CultureInfo.InvariantCulture);
        return claim.Length;
    }
}
