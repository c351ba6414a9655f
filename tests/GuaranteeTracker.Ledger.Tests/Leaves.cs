using System.Security.Cryptography;
using System.Text;

namespace GuaranteeTracker.Ledger.Tests;

public sealed class Leaves
{
    private static readonly Leaf _leaf = new(
        new Guid("0198C8A0-5B1E-7C3D-9E0F-A1B2C3D4E5F6"),
        "claim/\"1\"",
        3,
        "claim-recorded",
        new DateTime(2025, 8, 20, 9, 5, 7, DateTimeKind.Utc).AddMicroseconds(120),
        Json.Of("""{"correlation":"c","by":null}"""),
        Json.Of("""{"terms":[{"kind":"money","amount":1.50}],"summary":"Troops, “no”"}"""));

    private const string Canonical =
        """{"data":{"summary":"Troops, “no”","terms":[{"amount":1.5,"kind":"money"}]},"headers":{"by":null,"correlation":"c"},"id":"0198c8a0-5b1e-7c3d-9e0f-a1b2c3d4e5f6","recordedAt":"2025-08-20T09:05:07.000120Z","stream":"claim/\"1\"","type":"claim-recorded","version":3}""";

    public static TheoryData<string, Leaf> Changes => new()
    {
        { "id", _leaf with { Id = new Guid("0198c8a0-5b1e-7c3d-9e0f-a1b2c3d4e5f7") } },
        { "stream", _leaf with { Stream = "claim/\"2\"" } },
        { "version", _leaf with { Version = 4 } },
        { "type", _leaf with { Type = "claim-retracted" } },
        { "recordedAt, by a microsecond", _leaf with { RecordedAt = _leaf.RecordedAt.AddMicroseconds(1) } },
        { "headers", _leaf with { Headers = Json.Of("""{"correlation":"c"}""") } },
        { "data, in the last digit of 28", _leaf with { Data = Json.Of("""{"terms":[{"kind":"money","amount":1.500000000000000000000000001}],"summary":"Troops, “no”"}""") } },
        { "data, in a quotation mark", _leaf with { Data = Json.Of("""{"terms":[{"kind":"money","amount":1.50}],"summary":"Troops, \"no\""}""") } },
        { "data and headers exchanged", _leaf with { Data = _leaf.Headers, Headers = _leaf.Data } },
    };

    [Fact]
    public void A_leaf_is_its_canonical_JSON() => Encoding.UTF8.GetString(_leaf.Canonical()).Should().Be(Canonical);

    [Fact]
    public void Its_envelope_is_canonical_too() => Json.Canonical(Canonical).Should().Be(Canonical);

    [Fact]
    public void Its_hash_is_that_of_a_zero_byte_and_its_canonical_JSON() =>
        _leaf.Hash().Should().Equal(SHA256.HashData([0, .. Encoding.UTF8.GetBytes(Canonical)]));

    [Fact]
    public void Order_spacing_escapes_and_trailing_zeros_do_not_change_it() => (_leaf with
    {
        Headers = Json.Of(""" { "by" : null , "correlation" : "\u0063" } """),
        Data = Json.Of("""{ "summary":"Troops, \u201cno\u201D", "terms":[ {"amount":15e-1,"kind":"money"} ] }"""),
    }).Hash().Should().Equal(_leaf.Hash());

    [Theory]
    [MemberData(nameof(Changes), DisableDiscoveryEnumeration = true)]
    public void Every_change_changes_it(string what, Leaf changed) => changed.Hash().Should().NotEqual(_leaf.Hash(), what);

    [Fact]
    public void Every_change_changes_it_in_a_way_of_its_own() =>
        Changes.Select(change => Convert.ToHexString(((Leaf)change[1]).Hash())).Should().OnlyHaveUniqueItems();

    [Theory]
    [InlineData(DateTimeKind.Unspecified)]
    [InlineData(DateTimeKind.Local)]
    public void A_moment_that_is_not_in_UTC_is_refused(DateTimeKind kind) =>
        FluentActions.Invoking((_leaf with { RecordedAt = DateTime.SpecifyKind(_leaf.RecordedAt, kind) }).Hash).Should().Throw<FormatException>().WithMessage("*UTC*");

    [Fact]
    public void A_moment_finer_than_a_microsecond_is_refused() =>
        FluentActions.Invoking((_leaf with { RecordedAt = _leaf.RecordedAt.AddTicks(1) }).Hash).Should().Throw<FormatException>().WithMessage("*microseconds*");

    [Fact]
    public void Half_a_surrogate_pair_is_refused()
    {
        FluentActions.Invoking((_leaf with { Stream = "a\ud800" }).Hash).Should().Throw<FormatException>();
        FluentActions.Invoking((_leaf with { Type = "\udc00\n" }).Hash).Should().Throw<FormatException>();
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(long.MaxValue, "9223372036854775807")]
    public void Versions_keep_every_digit(long version, string written) =>
        Encoding.UTF8.GetString((_leaf with { Version = version }).Canonical()).Should().EndWith($"\"version\":{written}}}");
}
