using System.Text;

namespace GuaranteeTracker.Ledger.Tests;

public sealed class CanonicalStrings
{
    [Theory]
    [InlineData("""\u0008\u0009\u000a\u000c\u000d""", """\b\t\n\f\r""")]
    [InlineData("""\u0000\u000B\u001F""", """\u0000\u000b\u001f""")]
    [InlineData("""\u0022 \u005C \u002f \/""", """\" \\ / /""")]
    [InlineData("""\u003c\u003E\u0026\u0027\u002B""", "<>&'+")]
    [InlineData("""\u007f\u2028\u2029\ufeff""", "\u007f\u2028\u2029\ufeff")]
    [InlineData("""\ud83d\uDE00 \u00e9 \u20AC""", "😀 é €")]
    [InlineData("""a\\u0041""", """a\\u0041""")]
    public void Only_what_must_be_is_escaped_and_as_short_as_may_be(string written, string canonical)
    {
        Json.Canonical($"\"{written}\"").Should().Be($"\"{canonical}\"");
        Json.Canonical($$"""{"{{written}}":1}""").Should().Be($$"""{"{{canonical}}":1}""");
    }

    [Fact]
    public void Strings_are_not_normalised() => Json.Canonical("\"e\u0301\"").Should().NotBe(Json.Canonical("\"\u00e9\""));

    [Theory]
    [InlineData("""\ud800""")]
    [InlineData("""\udc00""")]
    [InlineData("""\ud800\ud800""")]
    [InlineData("""\udc00\ud800""")]
    [InlineData("""a\ud83d b\ude00""")]
    public void Half_a_surrogate_pair_is_refused(string written)
    {
        FluentActions.Invoking(() => Json.Canonical($"\"{written}\"")).Should().Throw<FormatException>();
        FluentActions.Invoking(() => Json.Canonical($$"""{"{{written}}":1}""")).Should().Throw<FormatException>();
    }

    [Theory]
    [InlineData(new byte[] { 0xff })]
    [InlineData(new byte[] { 0xc0, 0x80 })]
    [InlineData(new byte[] { 0xed, 0xa0, 0x80 })]
    [InlineData(new byte[] { 0xe2, 0x82 })]
    [InlineData(new byte[] { (byte)'\\', (byte)'n', 0xff })]
    public void Broken_UTF_8_is_refused(byte[] written)
    {
        FluentActions.Invoking(() => CanonicalJson.Write(Json.Of([.. "\""u8, .. written, .. "\""u8]))).Should().Throw<FormatException>();
        FluentActions.Invoking(() => CanonicalJson.Write(Json.Of([.. "{\""u8, .. written, .. "\":1}"u8]))).Should().Throw<FormatException>();
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(4_096)]
    [InlineData(1_000_000)]
    public void Long_texts_are_written_whole(int length)
    {
        var text = string.Concat(Enumerable.Repeat("€", length));

        CanonicalJson.Write(Json.Of($"[\"{text}\",\"\\n{text}\"]")).Should().Equal(Encoding.UTF8.GetBytes($"[\"{text}\",\"\\n{text}\"]"));
    }
}
