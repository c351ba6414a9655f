using System.Globalization;
using System.Numerics;
using CsCheck;

namespace GuaranteeTracker.Ledger.Tests;

public sealed class CanonicalNumbers
{
    private const int Scale = 100;

    [Theory]
    [InlineData("1E30", "1e+30")]
    [InlineData("1000000000000000000000000000000", "1e+30")]
    [InlineData("4.50", "4.5")]
    [InlineData("1.50", "1.5")]
    [InlineData("2e-3", "0.002")]
    [InlineData("0.000000000000000000000000001", "1e-27")]
    [InlineData("-0", "0")]
    [InlineData("-0.000e-7", "0")]
    [InlineData("0e99999999999", "0")]
    [InlineData("100", "100")]
    [InlineData("-100.00", "-100")]
    [InlineData("0.1e+01", "1")]
    [InlineData("12.5E0000000000001", "125")]
    [InlineData("1e20", "100000000000000000000")]
    [InlineData("1e21", "1e+21")]
    [InlineData("123.456e20", "1.23456e+22")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("0.00000123", "0.00000123")]
    [InlineData("0.0000001", "1e-7")]
    [InlineData("-0.000000123", "-1.23e-7")]
    public void Equal_values_are_written_alike(string written, string canonical) => Json.Canonical(written).Should().Be(canonical);

    /// <summary>RFC 8785, appendix B: the double of each pattern, spelled with its shortest digits.</summary>
    [Theory]
    [InlineData(0x0000000000000000, "0")]
    [InlineData(0x0000000000000001, "5e-324")]
    [InlineData(0x7fefffffffffffff, "1.7976931348623157e+308")]
    [InlineData(0x4340000000000000, "9007199254740992")]
    [InlineData(0x4430000000000000, "295147905179352830000")]
    [InlineData(0x44b52d02c7e14af5, "9.999999999999997e+22")]
    [InlineData(0x44b52d02c7e14af6, "1e+23")]
    [InlineData(0x44b52d02c7e14af7, "1.0000000000000001e+23")]
    [InlineData(0x444b1ae4d6e2ef4e, "999999999999999700000")]
    [InlineData(0x444b1ae4d6e2ef4f, "999999999999999900000")]
    [InlineData(0x444b1ae4d6e2ef50, "1e+21")]
    [InlineData(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7")]
    [InlineData(0x3eb0c6f7a0b5ed8d, "0.000001")]
    [InlineData(0x41b3de4355555553, "333333333.3333332")]
    [InlineData(0x41b3de4355555554, "333333333.33333325")]
    [InlineData(0x41b3de4355555555, "333333333.3333333")]
    [InlineData(0x41b3de4355555556, "333333333.3333334")]
    [InlineData(0x41b3de4355555557, "333333333.33333343")]
    [InlineData(unchecked((long)0xbecbf647612f3696), "-0.0000033333333333333333")]
    [InlineData(0x43143ff3c1cb0959, "1424953923781206.2")]
    public void The_shortest_digits_of_a_double_are_written_as_in_RFC_8785(long pattern, string canonical) =>
        Json.Canonical(Shortest(BitConverter.Int64BitsToDouble(pattern))).Should().Be(canonical);

    [Theory]
    [InlineData("333333333.33333329", "333333333.33333329")]
    [InlineData("9007199254740993", "9007199254740993")]
    [InlineData("1234567890123456789.123456789", "1234567890123456789.123456789")]
    [InlineData("1234567890123456789012345678", "1.234567890123456789012345678e+27")]
    [InlineData("0.1000000000000000055511151231257827", "0.1000000000000000055511151231257827")]
    [InlineData("1e-400", "1e-400")]
    [InlineData("-1e100000", "-1e+100000")]
    public void Digits_that_a_double_loses_are_kept(string written, string canonical) => Json.Canonical(written).Should().Be(canonical);

    [Fact]
    public void A_number_of_a_thousand_digits_keeps_them() =>
        Json.Canonical(new string('7', 1000) + "." + new string('3', 1000)).Should().Be("7." + new string('7', 999) + new string('3', 1000) + "e+999");

    [Theory]
    [InlineData("1e1000000000")]
    [InlineData("1e-99999999999999999999")]
    public void An_exponent_of_ten_digits_is_refused(string written) =>
        FluentActions.Invoking(() => Json.Canonical(written)).Should().Throw<FormatException>().WithMessage("*exponent*");

    [Fact]
    public void A_value_is_written_alike_however_it_is_spelled() => Spelling.Sample(written =>
        Json.Canonical(string.Create(CultureInfo.InvariantCulture, $"{Value(written)}.00E-0{Scale}")).Should().Be(Json.Canonical(written), written));

    [Fact]
    public void What_is_written_has_the_same_value_so_different_values_differ() => Spelling.Sample(written => Value(Json.Canonical(written)).Should().Be(Value(written), written));

    [Fact]
    public void Any_double_in_its_shortest_digits_reads_back_as_itself() =>
        Gen.Double.Where(double.IsFinite).Sample(number =>
            double.Parse(Json.Canonical(Shortest(number)), CultureInfo.InvariantCulture).Should().Be(number));

    /// <summary>Few digits or up to 38, small exponents in all their spellings.</summary>
    private static Gen<string> Spelling { get; } =
        Gen.Select(Gen.OneOf(Gen.Int[-2, 120].Select(n => new BigInteger(n)), Gen.Long.Select(n => new BigInteger(n) * long.MaxValue)), Gen.Int[0, 3], Gen.Int[-30, 30], Gen.OneOf<string>("e", "E", "E+", "e-0", ""))
            .Select((digits, zeros, exponent, sign) => string.Create(
                CultureInfo.InvariantCulture,
                $"{digits}.{new string('0', zeros)}{(zeros == 0 ? "5" : "")}{(sign.Length == 0 ? "" : sign + Math.Abs(exponent).ToString(CultureInfo.InvariantCulture))}"));

    private static string Shortest(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Times ten to the <see cref="Scale"/>th, as a whole number.</summary>
    private static BigInteger Value(string written)
    {
        var parts = written.Split('e', 'E');
        var mantissa = parts[0].Split('.');
        var fraction = mantissa.Length == 1 ? "" : mantissa[1];
        var exponent = parts.Length == 1 ? 0 : int.Parse(parts[1], CultureInfo.InvariantCulture);
        return BigInteger.Parse(mantissa[0] + fraction, CultureInfo.InvariantCulture) * BigInteger.Pow(10, Scale + exponent - fraction.Length);
    }
}
