using System.Collections;
using System.Globalization;
using System.Text.Json;
using GuaranteeTracker.Ledger.Notes;
using GuaranteeTracker.Ledger.Trees;

namespace GuaranteeTracker.Api.Verifying.Served;

/// <summary>Hashes every event that a service shows, and looks whether that is the leaf in its tiles.</summary>
/// <param name="tiles">Those that the signed root was made of.</param>
/// <exception cref="LogAwayException">There are more leaves than this can keep account of.</exception>
internal sealed class ServedEvents(LogClient log, ITiles tiles, CheckpointText checkpoint, Faults faults)
{
    private const int MostBytes = 512 * 1024 * 1024, MostTiles = 8;

    private readonly Dictionary<long, byte[]> _tiles = [];
    private readonly BitArray _seen = new(Account(checkpoint.Size));

    private long _last;

    /// <summary>How many were hashed.</summary>
    public long Count { get; private set; }

    /// <summary>How many were shown that this checkpoint does not cover.</summary>
    public long Uncovered { get; private set; }

    /// <param name="progress">Told how many events are done.</param>
    public async Task CheckAsync(Action<long> progress, CancellationToken cancellation)
    {
        for (var before = -1L; before < _last && _last < checkpoint.Sequence; progress(Count))
        {
            before = _last;
            await PageAsync(cancellation);
        }

        for (var index = 0; index < checkpoint.Size; index++)
        {
            if (!_seen[index])
            {
                faults.Add(new("The service shows no event for this leaf.", Leaf: index));
            }
        }
    }

    private static int Account(long size) => size <= int.MaxValue
        ? (int)size
        : throw new LogAwayException($"The log says that it has {size} leaves, and events of more than {int.MaxValue} cannot be checked here. Without --key its signature and its tiles can.");

    private async Task PageAsync(CancellationToken cancellation)
    {
        var page = await log.GetAsync(string.Create(CultureInfo.InvariantCulture, $"api/events?leaf=true&limit=200&after={_last}"), MostBytes, cancellation);
        foreach (var e in EventLines.Read(page))
        {
            var sequence = e.GetProperty("sequence").GetInt64();
            if (sequence <= _last)
            {
                throw new InvalidDataException($"/api/events shows sequence {sequence} after {_last}: it does not rise.");
            }

            _last = sequence;
            await CheckAsync(e, sequence, cancellation);
        }
    }

    private async Task CheckAsync(JsonElement e, long sequence, CancellationToken cancellation)
    {
        var proof = e.TryGetProperty("leaf", out var told) && told.ValueKind == JsonValueKind.Object ? told : (JsonElement?)null;
        var index = proof?.GetProperty("index").GetInt64();
        if (index >= checkpoint.Size || (index is null && sequence > checkpoint.Sequence))
        {
            Uncovered++; // newer, or found late by a newer checkpoint
            return;
        }

        var leaf = EventLines.Leaf(e, proof?.GetProperty("headers") ?? default);
        if (index is not >= 0 || sequence > checkpoint.Sequence)
        {
            faults.Add(new(
                index is not >= 0 ? "The service shows this event below its checkpoint, and no leaf of it." : "The service shows this event beyond the checkpoint that covers its leaf.",
                leaf.Id, leaf.Stream, leaf.Version, sequence, index));
            return;
        }

        Count++;
        var expected = await HashAsync(index.Value, cancellation);
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

            _tiles[at] = hashes = (await tiles.ReadAsync([new(0, at, (int)Math.Min(Tile.Full, checkpoint.Size - at * Tile.Full))], cancellation))[0];
        }

        var first = (int)(index % Tile.Full) * TreeHash.Length;
        return hashes[first..(first + TreeHash.Length)];
    }
}
