using System.Globalization;
using System.Xml.Linq;
using GuaranteeTracker.Api.Charts;
using GuaranteeTracker.Api.Pictures;

namespace GuaranteeTracker.Api.Tests.Charts;

/// <summary>Whatever is recorded, an image stays an image.</summary>
public sealed class HostileText
{
    public static TheoryData<string> Texts => new()
    {
        "<script>alert(1)</script>", "]]><svg onload=alert(1)>", "a\0b\u0001\u001b[31m\tc\r\nd", "\u202Egnp.exe\u2066\u200F", new string('W', 4_000),
        string.Concat(Enumerable.Repeat("word ", 800)), "\uD800 alone \uDC00", "\uFFFE\uFFFF\U000EFFFF", "e" + new string('\u0301', 500), "&amp;&#0;&lt;", "\"' style=\"fill:red\"", "中文 العربية 🙂👩‍👩‍👧", " ", "",
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_matrix_of_any_text_is_well_formed_and_legible(string text)
    {
        var drawing = MatrixChart.Draw(SomePictures.Marked(text, text), text, text, text);

        drawing.ShouldBeLegible();
        Elements(drawing).Should().NotContain("script").And.NotContain("style");
        PngWriter.Write(drawing).Should().NotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Lanes_of_any_text_are_well_formed_and_legible(string text)
    {
        var lanes = new Lanes(text, text, [.. SomeLanes.Lanes(TimeSpan.FromDays(30)).Items.Select(lane => lane with { Label = text })], [new(SomeLanes.Day, "/timeline", text)]);

        foreach (var drawing in new[] { LaneChart.Inline(lanes), LaneChart.Image(lanes, text, text) })
        {
            drawing.ShouldBeLegible();
            Elements(drawing).Should().NotContain("script").And.NotContain("style");
        }
    }

    [Fact]
    public void Markup_is_shown_as_text()
    {
        var svg = XDocument.Parse(SvgWriter.Fragment(MatrixChart.Draw(SomePictures.Marked("<b>bold</b>", "us"), "t", "m", "a"), "picture"));

        svg.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value).Should().Contain("<b>bold</b>");
    }

    [Fact]
    public void What_would_turn_text_round_or_pile_up_on_it_goes() =>
        PlainText.Of("a\u202Eb\u2066c\u0007\n\n d" + new string('\u0301', 50)).Should().Be("abc d" + new string('\u0301', 3));

    [Theory]
    [InlineData("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧")]
    [InlineData("e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301")]
    public void What_is_too_long_is_cut_between_letters(string text)
    {
        var (letters, width) = (Palette.Plain(12), Typesetting.Width(text, Palette.Plain(12)) * 0.7);

        var cut = Typesetting.Fit(text, width, letters);

        cut.Should().EndWith("…").And.NotContain("\uFFFD");
        Typesetting.Width(cut, letters).Should().BeLessThanOrEqualTo(width);
        text.Should().StartWith(cut[..^1]);
        StringInfo.ParseCombiningCharacters(text).Should().Contain(cut.Length - 1, "a letter begins where it is cut");
    }

    private static IEnumerable<string> Elements(Drawing drawing) =>
        XDocument.Load(new MemoryStream(SvgWriter.Document(drawing))).Descendants().Select(element => element.Name.LocalName);
}
