using System.Globalization;
using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Domain.Tests.Claims;

using static Requests;

public sealed class TermsOfAClaim
{
    private static readonly TermInput _money = new() { Kind = "money", Amount = 90, Currency = "USD" };
    private static readonly TermInput _quantity = new() { Kind = "quantity", Number = 26, Unit = "countries", Bound = "exactly", Of = 35 };

    [Fact]
    public void Money_is_kept_with_what_the_source_makes_of_it() =>
        Recorded(_money with { ReportedAs = [new() { Amount = 67.5m, Currency = "GBP" }, new() { Amount = 77, Currency = "EUR" }] })
            .Should().Be(new MoneyTerm(90, "USD", [new Money(67.5m, "GBP"), new Money(77, "EUR")]));

    [Theory]
    [InlineData("exactly", Bound.Exactly)]
    [InlineData("at-least", Bound.AtLeast)]
    [InlineData("at-most", Bound.AtMost)]
    [InlineData("about", Bound.About)]
    public void A_quantity_is_kept_with_its_bound(string word, Bound bound) =>
        Recorded(_quantity with { Bound = word }).Should().Be(new QuantityTerm(26, "countries", bound, 35));

    [Fact]
    public void A_quantity_need_not_be_part_of_something() =>
        Recorded(_quantity with { Of = null }).Should().Be(new QuantityTerm(26, "countries", Bound.Exactly, null));

    [Fact]
    public void Terms_are_kept_in_the_order_they_were_sent() =>
        Given().When(Recording(Request with { Terms = [_quantity, _money] })).Then(new ClaimRecorded(Id, Content with
        {
            Terms = [new QuantityTerm(26, "countries", Bound.Exactly, 35), new MoneyTerm(90, "USD", [])],
        }));

    [Theory]
    [InlineData("90.00", "90")]
    [InlineData("90.10", "90.1")]
    [InlineData("0.000", "0")]
    [InlineData("100", "100")]
    [InlineData("999999999999999999.9999999990", "999999999999999999.999999999")]
    [InlineData("0.0000000000000000000000000010", "0.000000000000000000000000001")]
    [InlineData("0.1234567890123456789012345678", "0.1234567890123456789012345678")]
    public void Trailing_zeros_are_not_kept(string sent, string kept)
    {
        static decimal Read(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

        var money = (MoneyTerm)Recorded(_money with { Amount = Read(sent), ReportedAs = [new() { Amount = Read(sent), Currency = "GBP" }] });
        var quantity = (QuantityTerm)Recorded(_quantity with { Number = Read(sent), Of = Read(sent) });

        new[] { money.Amount, money.ReportedAs[0].Amount, quantity.Number, quantity.Of!.Value }
            .Should().OnlyContain(figure => figure.ToString(CultureInfo.InvariantCulture) == kept);
    }

    public static TheoryData<Wrong<TermInput?>> Refused => new()
    {
        new("nothing", null, "/terms/0/kind", "unknown-word"),
        new("no kind", _money with { Kind = null }, "/terms/0/kind", "unknown-word"),
        new("another kind", _money with { Kind = "cash" }, "/terms/0/kind", "unknown-word"),
        new("no amount", _money with { Amount = null }, "/terms/0/amount", "required"),
        new("less than nothing", _money with { Amount = -0.01m }, "/terms/0/amount", "out-of-range"),
        new("more than there is", _money with { Amount = 1_000_000_000_000_000_000m }, "/terms/0/amount", "out-of-range"),
        new("no currency", _money with { Currency = null }, "/terms/0/currency", "not-a-currency"),
        new("a sign for a currency", _money with { Currency = "$" }, "/terms/0/currency", "not-a-currency"),
        new("a currency in small letters", _money with { Currency = "usd" }, "/terms/0/currency", "not-a-currency"),
        new("nothing reported", _money with { ReportedAs = [new() { Amount = 1, Currency = "GBP" }, new() { Currency = "GBP" }] }, "/terms/0/reportedAs/1/amount", "required"),
        new("reported in no currency", _money with { ReportedAs = [new() { Amount = 1, Currency = "pounds" }] }, "/terms/0/reportedAs/0/currency", "not-a-currency"),
        new("money with a number", _money with { Number = 1 }, "/terms/0/number", "superfluous"),
        new("money with a unit", _money with { Unit = "billions" }, "/terms/0/unit", "superfluous"),
        new("money with a bound", _money with { Bound = "about" }, "/terms/0/bound", "superfluous"),
        new("money of a whole", _money with { Of = 100 }, "/terms/0/of", "superfluous"),
        new("no number", _quantity with { Number = null }, "/terms/0/number", "required"),
        new("fewer than none", _quantity with { Number = -1 }, "/terms/0/number", "out-of-range"),
        new("of fewer than none", _quantity with { Of = -1 }, "/terms/0/of", "out-of-range"),
        new("no unit", _quantity with { Unit = " " }, "/terms/0/unit", "required"),
        new("a long unit", _quantity with { Unit = new('a', 201) }, "/terms/0/unit", "too-long"),
        new("no bound", _quantity with { Bound = null }, "/terms/0/bound", "required"),
        new("another bound", _quantity with { Bound = "atLeast" }, "/terms/0/bound", "unknown-word"),
        new("a quantity with an amount", _quantity with { Amount = 1 }, "/terms/0/amount", "superfluous"),
        new("a quantity in a currency", _quantity with { Currency = "USD" }, "/terms/0/currency", "superfluous"),
        new("a quantity reported as money", _quantity with { ReportedAs = [] }, "/terms/0/reportedAs", "superfluous"),
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_term_that_cannot_be_kept_is_named_with_its_place(Wrong<TermInput?> wrong) =>
        Given().When(Recording(Request with { Terms = [wrong.Request] })).ThenUnacceptable(wrong.Pointer, wrong.Code);

    [Fact]
    public void A_sum_that_is_missing_altogether_lacks_both_its_parts() =>
        Given().When(Recording(Request with { Terms = [_money with { ReportedAs = [null] }] })).ThenUnacceptable(
            ("/terms/0/reportedAs/0/currency", "not-a-currency"), ("/terms/0/reportedAs/0/amount", "required"));

    private static Term Recorded(TermInput term) =>
        (Request with { Terms = [term] }).Decide(null, Id, References).Should().BeOfType<Decision<IClaimFact>.Accepted>()
            .Which.Facts.Should().ContainSingle().Which.Should().BeOfType<ClaimRecorded>().Which.Content.Terms.Should().ContainSingle().Subject;
}
