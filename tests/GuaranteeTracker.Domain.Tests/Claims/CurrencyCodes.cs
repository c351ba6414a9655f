using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Domain.Tests.Claims;

public sealed class CurrencyCodes
{
    [Theory]
    [InlineData("USD")]
    [InlineData("EUR")]
    [InlineData("GBP")]
    [InlineData("UAH")]
    [InlineData("RUB")]
    [InlineData("AED")]
    [InlineData("ZWG")]
    public void Money_in_circulation_has_a_code(string code) => Currencies.Contains(code).Should().BeTrue();

    [Theory]
    [InlineData("XAU")]
    [InlineData("XXX")]
    [InlineData("XTS")]
    [InlineData("CHE")]
    [InlineData("DEM")]
    [InlineData("BTC")]
    [InlineData("usd")]
    [InlineData("USD ")]
    [InlineData("USD EUR")]
    [InlineData("")]
    public void Metals_funds_and_anything_else_do_not(string code) => Currencies.Contains(code).Should().BeFalse();
}
