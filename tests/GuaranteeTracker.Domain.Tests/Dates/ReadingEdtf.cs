using System.Globalization;
using GuaranteeTracker.Domain.Dates;

namespace GuaranteeTracker.Domain.Tests.Dates;

public sealed class ReadingEdtf
{
    [Theory]
    [InlineData("2025", "2025-01-01T00:00:00.000000", "2025-12-31T23:59:59.999999")]
    [InlineData("2025-08", "2025-08-01T00:00:00.000000", "2025-08-31T23:59:59.999999")]
    [InlineData("2024-02", "2024-02-01T00:00:00.000000", "2024-02-29T23:59:59.999999")]
    [InlineData("2025-08-18", "2025-08-18T00:00:00.000000", "2025-08-18T23:59:59.999999")]
    [InlineData("2024-02-29", "2024-02-29T00:00:00.000000", "2024-02-29T23:59:59.999999")]
    [InlineData("0001-01-01", "0001-01-01T00:00:00.000000", "0001-01-01T23:59:59.999999")]
    [InlineData("9999", "9999-01-01T00:00:00.000000", "9999-12-31T23:59:59.999999")]
    public void A_date_spans_its_whole_day_month_or_year_in_UTC(string text, string earliest, string latest) =>
        Spans(text, earliest, latest);

    [Theory]
    [InlineData("2025-08-18T21:30-04:00", "2025-08-19T01:30:00.000000", "2025-08-19T01:30:59.999999")]
    [InlineData("2025-08-18T21:30:00-04:00", "2025-08-19T01:30:00.000000", "2025-08-19T01:30:00.999999")]
    [InlineData("2025-08-18T21:30:15Z", "2025-08-18T21:30:15.000000", "2025-08-18T21:30:15.999999")]
    [InlineData("2025-08-18T21:30Z", "2025-08-18T21:30:00.000000", "2025-08-18T21:30:59.999999")]
    [InlineData("2025-08-18T01:30+05", "2025-08-17T20:30:00.000000", "2025-08-17T20:30:59.999999")]
    [InlineData("2025-08-18T01:30+05:45", "2025-08-17T19:45:00.000000", "2025-08-17T19:45:59.999999")]
    [InlineData("2025-08-18T23:59:59+14:00", "2025-08-18T09:59:59.000000", "2025-08-18T09:59:59.999999")]
    [InlineData("2025-08-18T00:00-14", "2025-08-18T14:00:00.000000", "2025-08-18T14:00:59.999999")]
    [InlineData("9999-12-31T23:59Z", "9999-12-31T23:59:00.000000", "9999-12-31T23:59:59.999999")]
    public void An_instant_spans_its_minute_or_second(string text, string earliest, string latest) =>
        Spans(text, earliest, latest);

    [Theory]
    [InlineData("2025-08-18/2025-08-20", "2025-08-18T00:00:00.000000", "2025-08-20T23:59:59.999999")]
    [InlineData("2025-08-18/2025-08-18", "2025-08-18T00:00:00.000000", "2025-08-18T23:59:59.999999")]
    [InlineData("2024/2025-02", "2024-01-01T00:00:00.000000", "2025-02-28T23:59:59.999999")]
    [InlineData("2025-08-18/2025", "2025-08-18T00:00:00.000000", "2025-12-31T23:59:59.999999")]
    [InlineData("2025-08/2025-08-01", "2025-08-01T00:00:00.000000", "2025-08-01T23:59:59.999999")]
    public void A_closed_interval_spans_both_its_ends(string text, string earliest, string latest) =>
        Spans(text, earliest, latest);

    [Fact]
    public void An_open_start_reaches_back_to_the_beginning_of_time()
    {
        var stated = Spans("../2025-08-20", "0001-01-01T00:00:00.000000", "2025-08-20T23:59:59.999999");

        stated.HasOpenStart.Should().BeTrue();
        stated.HasOpenEnd.Should().BeFalse();
        stated.Earliest.Should().Be(DateTime.MinValue);
    }

    [Fact]
    public void An_open_end_reaches_to_the_end_of_year_9999()
    {
        var stated = Spans("2025-08-18/..", "2025-08-18T00:00:00.000000", "9999-12-31T23:59:59.999999");

        stated.HasOpenStart.Should().BeFalse();
        stated.HasOpenEnd.Should().BeTrue();
    }

    [Theory]
    [InlineData("2025~", "2025")]
    [InlineData("2025-08?", "2025-08")]
    [InlineData("2025-08-18~", "2025-08-18")]
    [InlineData("2025-08-18?/2025-08-20~", "2025-08-18/2025-08-20")]
    [InlineData("../2025-08-20?", "../2025-08-20")]
    [InlineData("2025-08-18~/..", "2025-08-18/..")]
    public void Approximate_and_uncertain_dates_are_kept_as_written_and_mean_the_same_instants(string qualified, string plain)
    {
        var stated = Read(qualified);

        stated.Text.Should().Be(qualified);
        (stated.Earliest, stated.Latest).Should().Be((Read(plain).Earliest, Read(plain).Latest));
        stated.Should().NotBe(Read(plain));
    }

    [Fact]
    public void Equal_texts_are_equal_and_other_spellings_of_the_same_instants_are_not()
    {
        Read("2025-08-18").Should().Be(Read("2025-08-18"));
        Read("2025-08-18").GetHashCode().Should().Be(Read("2025-08-18").GetHashCode());
        Read("2025-08-18T21:30Z").Should().NotBe(Read("2025-08-18T21:30+00:00"));
    }

    private static Edtf Spans(string text, string earliest, string latest)
    {
        var stated = Read(text);
        stated.Text.Should().Be(text);
        Write(stated.Earliest).Should().Be(earliest + "Z");
        Write(stated.Latest).Should().Be(latest + "Z");
        return stated;
    }

    private static Edtf Read(string text)
    {
        Edtf.TryParse(text, out var edtf, out var because).Should().BeTrue(because);
        return edtf!;
    }

    private static string Write(DateTime moment) => moment.ToString("yyyy-MM-ddTHH:mm:ss.ffffffK", CultureInfo.InvariantCulture);
}
