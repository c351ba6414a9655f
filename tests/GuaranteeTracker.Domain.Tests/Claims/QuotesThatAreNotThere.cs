namespace GuaranteeTracker.Domain.Tests.Claims;

using static QuoteSearches;

public sealed class QuotesThatAreNotThere
{
    private const string Article =
        "Trump said on Monday that the US supports Ukraine by air, but will not commit troops.\n\n"
        + "“We’ll help them out … by air,\" he said – without going into specifics. The ministry\u00A0rejected it.";

    [Fact]
    public void Words_that_are_not_in_the_source_are_refused_beside_the_nearest_passage() =>
        Refused(Article, new("the US supports Ukraine by sea and air, but"), "evidence-not-found").Should().Be(
            "The source does not contain “the US supports Ukraine by sea and air, but”. "
            + "Nearest passage, at 26–61: “the US supports Ukraine by[- sea and-] air, but” "
            + "([-…-] stands only in the quote sent, {+…+} only in the source). Quote the source's own words.");

    [Theory]
    [InlineData("will commit troops", "will{+ not+} commit troops")]
    [InlineData("the United States supports Ukraine", "the [-United States-]{+US+} supports Ukraine")]
    [InlineData("Trumpp said on Monday", "[-Trumpp-]{+Trump+} said on Monday")]
    [InlineData("Trump told on Monday that", "Trump [-told-]{+said+} on Monday that")]
    public void Words_left_out_added_and_changed_are_marked(string exact, string difference) =>
        Refused(Article, new(exact), "evidence-not-found").Should().Contain($": “{difference}” ([-");

    [Theory]
    [InlineData("We'll help them out", "[-We'll-]{+We’ll+} help them out", "quotation marks or apostrophes (straight or curly)")]
    [InlineData("air,” he said", "air,[-”-]{+\"+} he said", "quotation marks or apostrophes (straight or curly)")]
    [InlineData("he said - without", "he said [---]{+–+} without", "dashes")]
    [InlineData("trump said on monday", "[-trump-]{+Trump+} said on [-monday-]{+Monday+}", "upper and lower case")]
    [InlineData("commit troops. “We", "commit troops.[- -]{+\\n\\n+}“We", "white space (line breaks, non-breaking or repeated spaces)")]
    [InlineData("The ministry rejected", "The ministry[- -]{+\\u00A0+}rejected", "white space (line breaks, non-breaking or repeated spaces)")]
    [InlineData("help them  out", "help them[-  -]{+ +}out", "white space (line breaks, non-breaking or repeated spaces)")]
    [InlineData("them out ... by air", "them out [-...-]{+…+} by air", "ellipses (one character or three dots)")]
    [InlineData("the US sup\u00ADports", "the US [-sup\\u00ADports-]{+supports+}", "invisible characters")]
    [InlineData("we'll help", "[-we'll-]{+We’ll+} help", "quotation marks or apostrophes (straight or curly) and upper and lower case")]
    [InlineData("we'll  help", "[-we'll  -]{+We’ll +}help",
        "quotation marks or apostrophes (straight or curly), upper and lower case and white space (line breaks, non-breaking or repeated spaces)")]
    public void The_usual_causes_are_recognised(string exact, string difference, string cause) =>
        Refused(Article, new(exact), "evidence-not-found")
            .Should().Contain($": “{difference}” ([-").And.EndWith($". They differ only in {cause}: quote the source's own.");

    [Theory]
    [InlineData("The prime minister of Japan visited Nairobi")]
    [InlineData("Україна")]
    [InlineData("zz")]
    [InlineData("\u200B")]
    public void Where_nothing_is_near_the_refusal_says_so(string exact) =>
        Refused(Article, new(exact), "evidence-not-found")
            .Should().EndWith(", and nothing in it comes near: quote the source's own words, or check that this is the source.");

    [Fact]
    public void A_nearest_passage_stands_at_positions_in_code_points() =>
        Refused("😀😀 " + Article, new("will commit troops"), "evidence-not-found").Should().Contain("Nearest passage, at 65–87: ");

    [Fact]
    public void Languages_without_spaces_are_compared_letter_by_letter() =>
        Refused("中方支持一切有利于和平解决危机的努力。", new("中方反对一切有利于和平解决危机的努力"), "evidence-not-found")
            .Should().Contain("“中方[-反对-]{+支持+}一切有利于");

    [Fact]
    public void Words_in_the_middle_of_a_long_quote_are_shown_with_what_surrounds_them()
    {
        var text = string.Concat(Enumerable.Range(0, 600).Select(i => $"w{i * 7919 % 1000} "));
        var exact = text[500..1_500].Replace("w99 ", "never ", StringComparison.Ordinal).TrimEnd();

        var because = Refused(text, new(exact), "evidence-not-found");

        because.Should().Contain("[-never-]{+w99+}");
        because.Length.Should().BeLessThan(700);
    }

    [Fact]
    public void An_empty_source_has_nothing_near() =>
        Refused("", new("words"), "evidence-not-found").Should().Contain("nothing in it comes near");
}
