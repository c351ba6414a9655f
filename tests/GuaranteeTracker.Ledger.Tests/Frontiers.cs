using System.Numerics;
using CsCheck;

namespace GuaranteeTracker.Ledger.Tests;

public sealed class Frontiers
{
    /// <summary>The leaves that implementations of certificate transparency test with.</summary>
    private static readonly string[] _known =
        ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    /// <summary>Sizes at and around powers of two, and any other.</summary>
    private static Gen<int> Sizes { get; } = Gen.OneOf(Gen.Int[0, 300], Gen.Select(Gen.Int[1, 9], Gen.Int[-1, 1], (power, more) => (1 << power) + more));

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void Known_roots(int size, string root)
    {
        var leaves = _known.Take(size).Select(Convert.FromHexString).Select(Naive.Leaf).ToArray();

        Convert.ToHexStringLower(Of(leaves).Root()).Should().Be(root);
        Convert.ToHexStringLower(Naive.Root(leaves)).Should().Be(root);
    }

    [Fact]
    public void Every_root_is_the_one_RFC_6962_defines() =>
        Sizes.Sample(size => Of(Leaves(size)).Root().Should().Equal(Naive.Root(Leaves(size))), iter: 60);

    [Fact]
    public void It_goes_on_where_it_was_written() => Gen.Select(Sizes, Sizes).Sample(
        (before, after) =>
        {
            var leaves = Leaves(before + after);
            var first = Of(leaves[..before]);

            var second = Frontier.Read(first.Size, first.Write());
            second.Root().Should().Equal(first.Root());
            Append(second, leaves[before..]);

            second.Size.Should().Be(leaves.Length);
            second.Write().Should().Equal(Of(leaves).Write());
            second.Root().Should().Equal(Naive.Root(leaves));
        },
        iter: 60);

    [Fact]
    public void It_writes_the_root_of_every_complete_subtree_the_largest_first()
    {
        var leaves = Leaves(11);

        Of(leaves).Write().Should().Equal([.. Naive.Root(leaves.AsSpan(0, 8)), .. Naive.Root(leaves.AsSpan(8, 2)), .. leaves[10]]);
        Frontier.Empty().Write().Should().BeEmpty();
    }

    [Fact]
    public void Asking_for_the_root_changes_nothing()
    {
        var frontier = Of(Leaves(7));
        var written = frontier.Write();

        frontier.Root().Should().Equal(frontier.Root());

        frontier.Write().Should().Equal(written);
    }

    [Fact]
    public void A_hash_that_is_changed_after_it_was_appended_changes_nothing()
    {
        var leaf = Leaves(1)[0];
        var frontier = Of([leaf]);

        leaf[0] ^= 1;

        frontier.Root().Should().Equal(Leaves(1)[0]);
    }

    [Theory]
    [InlineData(-1, 64)]
    [InlineData(long.MinValue, 1)]
    [InlineData(0, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    public void Roots_that_cannot_be_of_that_size_are_refused(long size, int roots) =>
        FluentActions.Invoking(() => Frontier.Read(size, new byte[32 * roots])).Should().Throw<FormatException>();

    [Fact]
    public void Half_a_root_is_refused() => FluentActions.Invoking(() => Frontier.Read(1, new byte[31])).Should().Throw<FormatException>();

    [Theory]
    [InlineData(31)]
    [InlineData(33)]
    public void A_leafs_hash_of_another_length_is_refused(int length)
    {
        var frontier = Frontier.Empty();

        FluentActions.Invoking(() => frontier.Append(new byte[length])).Should().Throw<ArgumentException>();
        frontier.Size.Should().Be(0);
    }

    [Fact]
    public void The_largest_tree_can_be_read_but_not_grow()
    {
        var frontier = Frontier.Read(long.MaxValue, new byte[32 * BitOperations.PopCount((ulong)long.MaxValue)]);

        FluentActions.Invoking(() => frontier.Append(new byte[32])).Should().Throw<OverflowException>();
        frontier.Size.Should().Be(long.MaxValue);
    }

    private static byte[][] Leaves(int count) => [.. Enumerable.Range(0, count).Select(i => Naive.Leaf(BitConverter.GetBytes(i)))];

    private static Frontier Of(byte[][] leaves) => Append(Frontier.Empty(), leaves);

    private static Frontier Append(Frontier frontier, byte[][] leaves)
    {
        foreach (var leaf in leaves)
        {
            frontier.Append(leaf);
        }

        return frontier;
    }
}
