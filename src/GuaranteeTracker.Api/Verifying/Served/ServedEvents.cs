using System.Collections;
using System.Globalization;
using System.Text.Json;
using GuaranteeTracker.Ledger;
using GuaranteeTracker.Ledger.Trees;

namespace GuaranteeTracker.Api.Verifying.Served;

/// <summary>Hashes every event that a service shows, and looks whether that is the leaf in its tiles.</summary>
internal sealed class ServedEvents(LogClient log, long size, Faults faults)
{
    private const int MostBytes = 512 * 1024 * 1024, MostTiles = 8;

    private readonly Dictionary<long, byte[]> _tiles = [];
    private readonly BitArray _seen = new(checked((int)size));

    /// <summary>How many were hashed.</summary>
    public long Count { get; private set; }

    /// <param name="progress">Told how many events are done.</param>
    public async Task CheckAsync(Action<long> progress, CancellationToken cancellation)
    {
        for (long? after = 0; after is not null && Count < size; progress(Count))
        {
            after = await PageAsync(after.Value, cancellation);
        }

        for (var index = 0; index < size; index++)
        {
            if (!_seen[index])
            {
                faults.Add(new("The service shows no event for this leaf.", Leaf: index));
            }
        }
    }

    /// <returns>The last sequence number; null where the page is empty.</returns>
    private async Task<long?> PageAsync(long after, CancellationToken cancellation)
    {
        long? last = null;
        var page = await log.GetAsync(string.Create(CultureInfo.InvariantCulture, $"api/events?leaf=true&limit=200&after={after}"), MostBytes, cancellation);
        foreach (var range in Lines(page))
        {
            using var line = Parse(page.AsMemory(range));
            last = line.RootElement.GetProperty("sequence").GetInt64();
            await CheckAsync(line.RootElement, last.Value, cancellation);
        }

        return last;
    }

    private async Task CheckAsync(JsonElement e, long sequence, CancellationToken cancellation)
    {
        var proof = e.GetProperty("leaf");
        if (proof.ValueKind != JsonValueKind.Object || proof.GetProperty("index").GetInt64() is var index && (index < 0 || index >= size))
        {
            return; // newer than the checkpoint
        }

        var leaf = new Leaf(
            e.GetProperty("id").GetGuid(), e.GetProperty("stream").GetString()!, e.GetProperty("version").GetInt64(), e.GetProperty("type").GetString()!,
            e.GetProperty("recordedAt").GetDateTime().ToUniversalTime(), proof.GetProperty("headers"), e.GetProperty("data"));
        Count++;
        var expected = await HashAsync(index, cancellation);
        if (_seen[(int)index] || !leaf.Hash().AsSpan().SequenceEqual(expected))
        {
            faults.Add(new("What the service shows is not what its leaf says.", leaf.Id, leaf.Stream, leaf.Version, sequence, index));
        }

        _seen[(int)index] = true;
    }

    private async Task<byte[]> HashAsync(long index, CancellationToken cancellation)
    {
        var at = index / Tile.Full;
        if (!_tiles.TryGetValue(at, out var hashes))
        {
            if (_tiles.Count == MostTiles)
            {
                _tiles.Remove(_tiles.Keys.Min());
            }

            _tiles[at] = hashes = (await log.ReadAsync([new(0, at, (int)Math.Min(Tile.Full, size - at * Tile.Full))], cancellation))[0];
        }

        var first = (int)(index % Tile.Full) * TreeHash.Length;
        return hashes[first..(first + TreeHash.Length)];
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            return JsonDocument.Parse(line);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"/api/events answers with a line that is no JSON: {e.Message}", e);
        }
    }

    private static List<Range> Lines(byte[] page)
    {
        var lines = new List<Range>();
        for (var start = 0; start < page.Length;)
        {
            var length = page.AsSpan(start).IndexOf((byte)'\n');
            length = length < 0 ? page.Length - start : length;
            if (length > 0)
            {
                lines.Add(start..(start + length));
            }

            start += length + 1;
        }

        return lines;
    }
}
