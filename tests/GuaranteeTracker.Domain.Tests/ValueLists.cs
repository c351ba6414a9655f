using System.Text.Json;
using CsCheck;

namespace GuaranteeTracker.Domain.Tests;

public sealed class ValueLists
{
    private static readonly Gen<ValueList<int>> _lists = Gen.Int[0, 2].Array[0, 4].Select(items => (ValueList<int>)[.. items]);

    [Fact]
    public void Lists_are_equal_when_their_items_are_equal_in_the_same_order() =>
        Gen.Select(_lists, _lists).Sample((one, other) =>
            one.Equals(other) == one.SequenceEqual(other) && Equals(one, other) == one.SequenceEqual(other));

    [Fact]
    public void Equal_lists_have_equal_hashes() =>
        _lists.Sample(list => list.GetHashCode() == new List<int>(list).ToValueList().GetHashCode());

    [Fact]
    public void Lists_that_differ_hardly_share_a_hash() =>
        Enumerable.Range(0, 1_000).Select(number => ((ValueList<int>)[number, 1]).GetHashCode())
            .Concat(Enumerable.Range(2, 1_000).Select(number => ((ValueList<int>)[1, number]).GetHashCode()))
            .Distinct().Count().Should().BeGreaterThan(1_950);

    [Fact]
    public void A_list_equals_no_other_kind_of_thing()
    {
        ValueList<string> list = ["a"];

        Equals(list, "a".Split(',')).Should().BeFalse();
        list.Equals(null).Should().BeFalse();
    }

    [Fact]
    public void Records_that_hold_lists_have_value_equality()
    {
        var one = new Holder(["a", null], [["b"], []]);

        one.Should().Be(new Holder(["a", null], [["b"], []]));
        one.GetHashCode().Should().Be(new Holder(["a", null], [["b"], []]).GetHashCode());
        one.Should().NotBe(new Holder(["a", null], [["c"], []]));
        one.Should().NotBe(new Holder([null, "a"], [["b"], []]));
    }

    [Fact]
    public void A_list_is_written_as_a_collection_expression()
    {
        ValueList<int> some = [1, 2];
        ValueList<int> list = [0, .. some, 3];

        list.Should().Equal(0, 1, 2, 3);
        list.Count.Should().Be(4);
        list[3].Should().Be(3);
        list.ToString().Should().Be("[0, 1, 2, 3]");
        (list is [0, .., 3]).Should().BeTrue();
        ((ValueList<int>)[]).Should().BeEmpty();
    }

    [Fact]
    public void A_list_keeps_its_items_whatever_becomes_of_those_it_was_made_from()
    {
        int[] items = [1, 2];
        ValueList<int> list = [.. items];
        var spanned = ValueList.Of<int>(items);

        items[0] = 9;

        list.Should().Equal(1, 2);
        spanned.Should().Equal(1, 2);
    }

    [Fact]
    public void A_list_is_an_array_in_JSON() => JsonSerializer.Serialize<ValueList<int>>([1, 2]).Should().Be("[1,2]");

    private sealed record Holder(ValueList<string?> Names, ValueList<ValueList<string>> More);
}

internal static class ValueListExtensions
{
    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items) => [.. items];
}
