using CsCheck;
using GuaranteeTracker.Ledger.Trees;

namespace GuaranteeTracker.Ledger.Tests.Trees;

public sealed class Proofs
{
    private static readonly Gen<int> _sizes = Gen.OneOf(Gen.Int[1, 700], Gen.Select(Gen.Int[1, 9], Gen.Int[0, 1], (power, more) => (1 << power) + more));

    [Fact]
    public void An_inclusion_proof_is_the_one_RFC_6962_defines_and_holds() => Gen.Select(_sizes, Gen.Int[0, int.MaxValue - 1]).Sample((size, any) =>
    {
        var (tree, index) = (new Grown(size), any % size);

        var proof = tree.Inclusion(index, size);

        proof.Should().BeEquivalentTo(Naive.Path(index, tree.Leaves), options => options.WithStrictOrdering());
        InclusionProof.Holds(tree.Leaves[index], index, size, proof, tree.Root(size)).Should().BeTrue();
    });

    [Fact]
    public void A_consistency_proof_is_the_one_RFC_6962_defines_and_holds() => Gen.Select(_sizes, Gen.Int[0, int.MaxValue - 1]).Sample((size, any) =>
    {
        var (tree, from) = (new Grown(size), any % (size + 1));

        var proof = tree.Consistency(from, size);

        proof.Should().BeEquivalentTo(Naive.Consistency(from, tree.Leaves), options => options.WithStrictOrdering());
        ConsistencyProof.Holds(from, tree.Root(from), size, tree.Root(size), proof).Should().BeTrue();
    });

    [Fact]
    public void No_other_leaf_place_size_root_or_proof_holds() => Gen.Select(Gen.Int[2, 600], Gen.Int[0, int.MaxValue - 1], Gen.Int[0, int.MaxValue - 1]).Sample((size, any, bit) =>
    {
        var (tree, index) = (new Grown(size), any % size);
        var (proof, root) = (tree.Inclusion(index, size), tree.Root(size));

        InclusionProof.Holds(Flip(tree.Leaves[index], bit), index, size, proof, root).Should().BeFalse();
        InclusionProof.Holds(tree.Leaves[index], index, size, proof, Flip(root, bit)).Should().BeFalse();
        InclusionProof.Holds(tree.Leaves[index], (index + 1) % size, size, proof, root).Should().BeFalse();
        InclusionProof.Holds(tree.Leaves[index], index, size, FlipOne(proof, bit), root).Should().BeFalse();
        InclusionProof.Holds(tree.Leaves[index], index, size, [.. proof.Skip(1)], root).Should().BeFalse();
        InclusionProof.Holds(tree.Leaves[index], index, size, [.. proof, root], root).Should().BeFalse();
    });

    [Fact]
    public void No_tree_that_was_rewritten_is_consistent() => Gen.Select(Gen.Int[2, 600], Gen.Int[0, int.MaxValue - 1], Gen.Int[0, int.MaxValue - 1]).Sample((size, any, bit) =>
    {
        var from = 1 + any % (size - 1);
        var (tree, other) = (new Grown(size), new Grown(size, changed: bit % from));

        ConsistencyProof.Holds(from, tree.Root(from), size, other.Root(size), other.Consistency(from, size)).Should().BeFalse();
        ConsistencyProof.Holds(from, tree.Root(from), size, other.Root(size), tree.Consistency(from, size)).Should().BeFalse();
        ConsistencyProof.Holds(from, tree.Root(from), size, tree.Root(size), FlipOne(tree.Consistency(from, size), bit)).Should().BeFalse();
        ConsistencyProof.Holds(size, tree.Root(size), from, tree.Root(from), tree.Consistency(from, size)).Should().BeFalse();
    });

    [Fact]
    public void Sizes_and_places_that_cannot_be_are_refused_without_failing()
    {
        var root = new Grown(3).Root(3);

        InclusionProof.Holds(root, -1, 3, [], root).Should().BeFalse();
        InclusionProof.Holds(root, 3, 3, [], root).Should().BeFalse();
        InclusionProof.Holds([], 0, 1, [], root).Should().BeFalse();
        InclusionProof.Holds(root, long.MaxValue - 1, long.MaxValue, [[1]], root).Should().BeFalse();
        ConsistencyProof.Holds(-1, root, 3, root, []).Should().BeFalse();
        ConsistencyProof.Holds(1, [], 3, root, []).Should().BeFalse();
        ConsistencyProof.Holds(0, root, 3, root, []).Should().BeFalse();
    }

    [Fact]
    public async Task Proofs_of_a_tree_made_of_tiles_are_those_of_the_tree() => await Gen.Select(Gen.Int[1, 70_000], Gen.Int[0, int.MaxValue - 1]).SampleAsync(
        async (size, any) =>
        {
            var (tree, index) = (new Grown(size), any % size);
            var tiled = new TiledTree(tree);

            (await tiled.RootAsync(size, default)).Should().Equal(tree.Root(size));
            var proof = await tiled.InclusionAsync(index, size, default);
            InclusionProof.Holds(tree.Leaves[index], index, size, proof, tree.Root(size)).Should().BeTrue();
            var consistency = await tiled.ConsistencyAsync(index, size, default);
            ConsistencyProof.Holds(index, tree.Root(index), size, tree.Root(size), consistency).Should().BeTrue();
        },
        iter: 20);

    private static byte[] Flip(byte[] hash, int bit)
    {
        var flipped = (byte[])hash.Clone();
        flipped[bit / 8 % flipped.Length] ^= (byte)(1 << (bit % 8));
        return flipped;
    }

    private static IReadOnlyList<byte[]> FlipOne(IReadOnlyList<byte[]> proof, int bit) =>
        proof.Count == 0 ? [new byte[TreeHash.Length]] : [.. proof.Select((hash, i) => i == bit % proof.Count ? Flip(hash, bit) : hash)];
}
