using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Domain.Tests.Claims;

/// <summary>Passages of a claim, looked for one after another until it is enough.</summary>
public sealed class SearchesForQuotes
{
    private const string Text = "On Monday the ministry rejected troops. On Tuesday it said nothing.";

    [Fact]
    public void Each_passage_is_found_or_refused_in_the_order_sent()
    {
        var search = QuoteSearch.In(Text, Quotes("On Tuesday", "on Wednesday", "rejected"), new Effort());

        search.IsBrokenOff.Should().BeFalse();
        search.Results.Select(result => result!.GetType().Name).Should().Equal("Found", "Refused", "Found");
    }

    [Fact]
    public void After_five_that_are_not_there_no_other_is_looked_for()
    {
        var search = QuoteSearch.In(Text, Quotes("a1", "a2", "On Monday", "a3", "a4", "a5", "On Tuesday"), new Effort());

        search.Results.Select(result => result is null).Should().Equal(false, false, false, false, false, false, true);
        search.IsBrokenOff.Should().BeFalse("it is for the caller to mend those before");
    }

    [Fact]
    public void Where_the_effort_is_spent_no_search_is_begun()
    {
        var effort = new Effort(most: 10);

        var first = QuoteSearch.In(Text, Quotes("On Monday", "On Tuesday"), effort);
        var second = QuoteSearch.In(Text, Quotes("On Monday"), effort);

        first.Results.Select(result => result is null).Should().Equal(false, true);
        second.Results.Should().Equal((QuoteResolution?)null);
        (first.IsBrokenOff, second.IsBrokenOff, effort.IsSpent).Should().Be((true, true, true));
    }

    [Fact]
    public void Nothing_looked_for_is_broken_off() => QuoteSearch.Of(none: 2).Should().Match<QuoteSearch>(search => search.IsBrokenOff && search.Results.Count == 2);

    private static QuoteInput?[] Quotes(params string[] words) => [.. words.Select(exact => new QuoteInput { Exact = exact })];
}
