using CsCheck;
using GuaranteeTracker.Domain.Sources;

namespace GuaranteeTracker.Domain.Tests.Sources;

public sealed class NormalisingText
{
    [Fact]
    public void The_runtime_has_the_data_to_normalise_with() => SourceText.NormalisesUnicode.Should().BeTrue();

    [Fact]
    public void A_letter_and_its_accent_become_one_code_point() => SourceText.Normalise("e\u0301").Should().Be("\u00E9");

    [Theory]
    [InlineData("a\r\nb", "a\nb")]
    [InlineData("a\rb\nc", "a\rb\nc")]
    [InlineData("a\r\r\nb", "a\r\nb")]
    [InlineData("\r\n", "\n")]
    [InlineData("a\n\rb", "a\n\rb")]
    public void CR_LF_becomes_LF_and_nothing_else_changes_in_line_ends(string sent, string kept) =>
        SourceText.Normalise(sent).Should().Be(kept);

    [Fact]
    public void Curly_quotes_ligatures_and_unusual_spaces_stay_as_they_are()
    {
        const string Text = "“Ukraine’s” ﬁnal…\u00A0draft\u200B – 😀\uFEFF";

        SourceText.Normalise(Text).Should().Be(Text);
    }

    [Fact]
    public void A_text_is_hashed_in_UTF8_and_measured_in_bytes_and_code_points()
    {
        var text = Accept("e\u0301😀\r\n");

        text.Text.Should().Be("é😀\n");
        text.CodePoints.Should().Be(3);
        text.Utf8Bytes.Should().Be(7);
        text.Sha256.Should().Be("f26b68b6994ea006d176890661e1c0401f133bb6cffe91cecfc5bd0570921cb8");
        text.Sha256.Should().Be(SourceText.HashOf("é😀\n"));
    }

    [Fact]
    public void Two_ways_to_write_the_same_text_are_the_same_source_text() =>
        Accept("caf\u00E9\r\n").Should().Be(Accept("cafe\u0301\n"));

    [Fact]
    public void Noncharacters_are_kept_and_the_rest_is_normalised_around_them() =>
        SourceText.Normalise("e\u0301\uFFFE\uFFFFe\u0301\uFFFE").Should().Be("\u00E9\uFFFE\uFFFF\u00E9\uFFFE");

    [Fact]
    public void Exactly_one_mebibyte_in_normalised_form_is_kept() =>
        Accept(string.Concat(Enumerable.Repeat("e\u0301\r\n", 349_525)) + "a").Utf8Bytes.Should().Be(SourceText.MaxUtf8Bytes);

    [Fact]
    public void Whatever_is_sent_is_normalised_or_refused_and_never_throws() =>
        Gen.OneOf(Gen.String, Gen.Char['\u0300', '\u0340'].Array[0, 200].Select(marks => "a" + new string(marks))).Sample(sent =>
            SourceText.TryNormalise(sent, out var text, out var because)
                ? text.Text.IsNormalized() || text.Text.Contains('\uFFFE', StringComparison.Ordinal)
                : because.Length > 0);

    private static SourceText Accept(string sent)
    {
        SourceText.TryNormalise(sent, out var text, out var because).Should().BeTrue(because);
        return text!;
    }
}
