using GuaranteeTracker.Ledger.Trees;

namespace GuaranteeTracker.Ledger.Tests.Trees;

/// <summary>A tree with the tiles that growing made.</summary>
internal sealed class Grown : ITiles
{
    private readonly List<TileHash> _tiles = [];

    public Grown(int size, int? changed = null)
    {
        Leaves = [.. Enumerable.Range(0, size).Select(i => TreeHash.OfLeaf(BitConverter.GetBytes(i == changed ? -1 : i)))];
        var frontier = Frontier.Empty();
        foreach (var leaf in Leaves)
        {
            frontier.Append(leaf, _tiles);
        }
    }

    public byte[][] Leaves { get; }

    public byte[] Root(int size) => Naive.Root(Leaves.AsSpan(0, size));

    public IReadOnlyList<byte[]> Inclusion(int index, int size) => [.. InclusionProof.Stretches(index, size).Select(Hash)];

    public IReadOnlyList<byte[]> Consistency(int from, int size) => [.. ConsistencyProof.Stretches(from, size).Select(Hash)];

    public Task<IReadOnlyList<byte[]>> ReadAsync(IReadOnlyList<Tile> tiles, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<byte[]>>([.. tiles.Select(tile => Level(tile.Level).Skip((int)tile.First).Take(tile.Width).SelectMany(hash => hash).ToArray())]);

    private byte[] Hash(Stretch stretch) => Naive.Root(Leaves.AsSpan((int)stretch.Start, (int)(stretch.End - stretch.Start)));

    private IEnumerable<byte[]> Level(int level) => level == 0 ? Leaves : _tiles.Where(tile => tile.Level == level).OrderBy(tile => tile.Index).Select(tile => tile.Hash);
}
