using GuaranteeTracker.Domain.Dates;

namespace GuaranteeTracker.Domain.Tests.Dates;

public sealed class EdtfBeyondTheSubset
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("yesterday")]
    [InlineData("Today")]
    [InlineData("25")]
    [InlineData("202")]
    [InlineData("20250818")]
    [InlineData("2025-8-18")]
    [InlineData("2025/08/18")]
    [InlineData("18.08.2025")]
    [InlineData("2025-21")]
    [InlineData("201X")]
    [InlineData("2025-XX")]
    [InlineData("2025-08-XX")]
    [InlineData("[2025-08-18,2025-08-20]")]
    [InlineData("{2025,2026}")]
    [InlineData("2025%")]
    [InlineData("2025?~")]
    [InlineData("~2025")]
    [InlineData("2025-~08")]
    [InlineData("2025~-08")]
    [InlineData("2025-08-18T21:30Z~")]
    [InlineData("2025-08-18T21:30Z?")]
    [InlineData("..")]
    [InlineData("../..")]
    [InlineData("..~/2025")]
    [InlineData("/")]
    [InlineData("2025/")]
    [InlineData("/2025")]
    [InlineData("2025//2026")]
    [InlineData("2024/2025/2026")]
    [InlineData("2025-08-18/.")]
    [InlineData("2025-08-18/...")]
    [InlineData("0000")]
    [InlineData("0000-01-01")]
    [InlineData("10000")]
    [InlineData("-0044")]
    [InlineData("+2025")]
    [InlineData("Y17000")]
    [InlineData("1E400")]
    [InlineData("2025S3")]
    [InlineData("2025-00")]
    [InlineData("2025-13")]
    [InlineData("2025-08-00")]
    [InlineData("2025-08-32")]
    [InlineData("2025-02-29")]
    [InlineData("2025-02-30")]
    [InlineData("2025-W34")]
    [InlineData("2025-W34-1")]
    [InlineData("2025-230")]
    [InlineData("2025-08-18T21")]
    [InlineData("2025-08-18T21Z")]
    [InlineData("2025-08-18T21:30")]
    [InlineData("2025-08-18T21:30:00")]
    [InlineData("2025-08-18T")]
    [InlineData("2025-08T21:30Z")]
    [InlineData("2025-08-18t21:30z")]
    [InlineData("2025-08-18 21:30Z")]
    [InlineData("2025-08-18T21:30 04:00")]
    [InlineData("2025-08-18T21:30+4")]
    [InlineData("2025-08-18T21:30+0400")]
    [InlineData("2025-08-18T21:30+04:")]
    [InlineData("2025-08-18T21:30+04:60")]
    [InlineData("2025-08-18T21:30+14:01")]
    [InlineData("2025-08-18T21:30-15:00")]
    [InlineData("2025-08-18T21:30ZZ")]
    [InlineData("2025-08-18T21:30:00.5Z")]
    [InlineData("2025-08-18T21:30:00.Z")]
    [InlineData("2025-08-18T21:30:00,5Z")]
    [InlineData("2025-08-18T24:00Z")]
    [InlineData("2025-08-18T23:60Z")]
    [InlineData("2025-08-18T23:59:60Z")]
    [InlineData("2025-02-30T10:00Z")]
    [InlineData("0001-01-01T00:00+00:01")]
    [InlineData("9999-12-31T23:59-00:01")]
    [InlineData("2025-08-18T10:00Z/2025-08-19")]
    [InlineData("2025-08-18/2025-08-19T10:00Z")]
    [InlineData("2025-08-20/2025-08-18")]
    [InlineData("2025-08-18/2025-07")]
    [InlineData("2025/2024")]
    [InlineData(" 2025")]
    [InlineData("2025 ")]
    [InlineData("2025\n")]
    [InlineData("2025-08-18 / 2025-08-20")]
    [InlineData("２０２５")]
    [InlineData("٢٠٢٥-٠٨-١٨")]
    [InlineData("2025‐08‐18")]
    [InlineData("2025-08-1\u0000")]
    public void Anything_else_is_refused_with_a_sentence_that_names_the_subset(string? text)
    {
        Edtf.TryParse(text, out var edtf, out var because).Should().BeFalse();

        edtf.Should().BeNull();
        because.Should().EndWith("(2025-08-18T21:30-04:00, 2025-08-18T21:30:00Z).").And.Contain("The supported subset of EDTF is a year (2025)");
    }

    [Theory]
    [InlineData("2025-02-30", "2025-02-30 is not a date in the calendar. ")]
    [InlineData("2025-08-18/2025-09-31", "2025-09-31 is not a date in the calendar. ")]
    [InlineData("2025-02-30T10:00Z", "2025-02-30 is not a date in the calendar. ")]
    [InlineData("2025-08-18T24:00Z", "A time of day runs from 00:00:00 to 23:59:59. ")]
    [InlineData("2025-08-18T21:30", "An instant needs its offset from UTC. ")]
    [InlineData("2025-08-18T21:30:00.5Z", "Fractions of a second are not kept. ")]
    [InlineData("2025-08-18T21:30-15", "An offset from UTC is at most 14:00. ")]
    [InlineData("2025-08-18T21:30Z?", "An instant takes neither ~ nor ?. ")]
    [InlineData("0001-01-01T00:00+01", "In UTC this instant falls outside the years 1 to 9999. ")]
    [InlineData("2025-08-20/2025-08-18", "The interval ends before it starts. ")]
    [InlineData("2025-08-18T10:00Z/..", "An interval is one of dates, without times. ")]
    [InlineData("2025/", "An open end of an interval is written as two dots. ")]
    [InlineData("../..", "An interval is open at one end at most. ")]
    [InlineData("2025-XX", "")]
    public void What_is_wrong_is_said_first(string text, string wrong)
    {
        Edtf.TryParse(text, out _, out var because).Should().BeFalse();

        because.Should().StartWith(wrong + "The supported subset of EDTF is ");
    }

    [Fact]
    public void A_text_of_any_length_is_refused_unread()
    {
        Edtf.TryParse(new string('2', 10_000_000), out _, out var because).Should().BeFalse();

        because.Should().StartWith("This has more than 64 characters. ");
    }
}
