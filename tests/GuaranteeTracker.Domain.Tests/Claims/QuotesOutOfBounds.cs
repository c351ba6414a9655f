using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Domain.Tests.Claims;

using static QuoteSearches;

public sealed class QuotesOutOfBounds
{
    private static readonly string _tooLong = string.Concat(Enumerable.Repeat("😀", QuoteSelector.MaxCodePoints + 1));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n\u00A0")]
    public void A_quote_without_words_is_refused(string? exact) =>
        Refused("a \n\u00A0b", new(exact), "evidence-empty").Should().StartWith("The quote is empty: send in `exact` ");

    [Fact]
    public void No_part_may_have_more_than_four_thousand_code_points()
    {
        Refused(_tooLong, new(_tooLong), "evidence-too-long").Should().StartWith("`exact` has 4001 code points, at most 4000 are taken: ");
        Refused(_tooLong + "a", new("a", _tooLong), "evidence-too-long").Should().StartWith("`prefix` has 4001 code points, ");
        Refused("a" + _tooLong, new("a", null, _tooLong), "evidence-too-long").Should().StartWith("`suffix` has 4001 code points, ");
    }

    [Fact]
    public void The_limit_holds_for_the_normalised_form()
    {
        var decomposed = string.Concat(Enumerable.Repeat("e\u0301", QuoteSelector.MaxCodePoints));

        Found(new string('é', QuoteSelector.MaxCodePoints), new(decomposed)).End.Should().Be(4_000);
    }

    [Fact]
    public void A_quote_of_any_length_is_refused_unread() =>
        Refused("a", new(new string('\uD800', 10_000_000)), "evidence-too-long").Should().StartWith("`exact` has more than 4000 code points");

    [Fact]
    public void Half_a_surrogate_pair_is_in_no_source() => IsInNoSource("a\uD83D", "half of a surrogate pair, which is not Unicode, at code point 1");

    [Fact]
    public void The_null_character_is_in_no_source() => IsInNoSource("\u0000", "U+0000, which cannot be kept, at code point 0");

    [Fact]
    public void Characters_that_hide_or_reorder_others_are_spelt_out_in_a_refusal()
    {
        var because = Refused("a\u001B[31m \u202Eb \u200Bc\r\U000E0041 x a\u001B[31m \u202Eb", new("a\u001B[31m \u202Eb"), "evidence-ambiguous");

        because.Should().Contain(@"“a\u001B[31m \u202Eb”").And.Contain(@" \u200Bc\u000D\U000E0041 x");
        because.Should().NotContainAny("\u001B", "\u202E", "\u200B", "\r", "\n");
    }

    private static void IsInNoSource(string part, string fault)
    {
        Refused("a", new(part), "evidence-not-found").Should().StartWith($"`exact` holds {fault}; the text of a source never does");
        Refused("a", new("a", part), "evidence-context-mismatch").Should().StartWith($"`prefix` holds {fault};");
        Refused("a", new("a", null, part), "evidence-context-mismatch").Should().StartWith($"`suffix` holds {fault};");
    }
}
