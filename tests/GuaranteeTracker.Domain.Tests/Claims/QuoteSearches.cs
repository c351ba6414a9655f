using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Domain.Tests.Claims;

/// <summary>What the tests of quotes share.</summary>
internal static class QuoteSearches
{
    public static Quote Found(string text, QuoteSelector selector) =>
        QuoteResolver.Resolve(text, selector).Should().BeOfType<QuoteResolution.Found>().Which.Quote;

    public static string Refused(string text, QuoteSelector selector, string code)
    {
        var refused = QuoteResolver.Resolve(text, selector).Should().BeOfType<QuoteResolution.Refused>().Which;
        refused.Code.Should().Be(code);
        return refused.Because;
    }

    /// <summary>The part of a text between two positions in code points.</summary>
    public static string Slice(string text, int start, int end) =>
        string.Concat(text.EnumerateRunes().Skip(start).Take(end - start).Select(rune => rune.ToString()));
}
