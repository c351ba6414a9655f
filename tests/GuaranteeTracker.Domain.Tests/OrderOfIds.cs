using CsCheck;

namespace GuaranteeTracker.Domain.Tests;

/// <summary>The standing order compares UUIDs as values; its letter h speaks of their written form.</summary>
public sealed class OrderOfIds
{
    [Fact]
    public void UUIDs_are_in_the_ordinal_order_of_their_written_form() =>
        Gen.Select(Gen.Guid, Gen.Guid).Sample((one, other) =>
            Math.Sign(one.CompareTo(other)) == Math.Sign(string.CompareOrdinal(one.ToString(), other.ToString())));

    [Fact]
    public void Even_where_they_differ_in_one_digit_only() =>
        Gen.Select(Gen.Guid, Gen.Int[0, 35], Gen.Int[0, 15]).Sample((one, place, digit) =>
        {
            var written = one.ToString().ToCharArray();
            written[place] = written[place] == '-' ? '-' : "0123456789abcdef"[digit];
            var other = Guid.Parse(new string(written));
            return Math.Sign(one.CompareTo(other)) == Math.Sign(string.CompareOrdinal(one.ToString(), other.ToString()));
        });
}
