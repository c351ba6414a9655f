using System.Security.Cryptography;
using GuaranteeTracker.Ledger.Trees;

namespace GuaranteeTracker.Api.Verifying.Served;

/// <summary>Tiles that are read more than once: each of the lowest has to stay what it was when the root was made of it. It remembers 32 bytes of each.</summary>
internal sealed class SameTiles(ITiles source) : ITiles
{
    private readonly Dictionary<(long Index, int Width), byte[]> _seen = [];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<byte[]>> ReadAsync(IReadOnlyList<Tile> tiles, CancellationToken cancellation)
    {
        var read = await source.ReadAsync(tiles, cancellation);
        foreach (var (tile, hashes) in tiles.Zip(read).Where(pair => pair.First.Level == 0))
        {
            var hash = SHA256.HashData(hashes);
            if (!_seen.TryAdd((tile.Index, tile.Width), hash) && !hash.AsSpan().SequenceEqual(_seen[(tile.Index, tile.Width)]))
            {
                throw new InvalidDataException($"Tile {tile.Index} of level 0 is not what the service gave before: it answers now one thing, now another.");
            }
        }

        return read;
    }
}
