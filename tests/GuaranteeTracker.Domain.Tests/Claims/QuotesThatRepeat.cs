namespace GuaranteeTracker.Domain.Tests.Claims;

using static QuoteSearches;

public sealed class QuotesThatRepeat
{
    private const string Article = "Kyiv wants strong guarantees. Moscow rejects guarantees. London offers strong guarantees.";

    [Fact]
    public void Words_that_occur_more_than_once_are_refused_with_where_they_stand() =>
        Refused(Article, new("guarantees"), "evidence-ambiguous").Should().Be(
            "The source contains “guarantees” 3 times: "
            + "at 18–28 “Kyiv wants strong [guarantees]. Moscow rejects guarantees. London offe…”, "
            + "at 45–55 “…wants strong guarantees. Moscow rejects [guarantees]. London offers strong guarantees.”, "
            + "at 78–88 “…ejects guarantees. London offers strong [guarantees].”. "
            + "Single one out with a prefix (the text immediately before it, spaces included) or a suffix (immediately after).");

    [Fact]
    public void Context_that_fits_more_than_once_singles_nothing_out() =>
        Refused(Article, new("guarantees", "strong "), "evidence-ambiguous")
            .Should().StartWith("The source contains “guarantees” in that context 2 times: at 18–28 “").And.Contain(", at 78–88 “");

    [Fact]
    public void Overlapping_occurrences_are_occurrences() =>
        Refused("banana", new("ana"), "evidence-ambiguous").Should().StartWith("The source contains “ana” 2 times: at 1–4 “b[ana]na”, at 3–6 “ban[ana]”.");

    [Fact]
    public void Beyond_a_hundred_nobody_counts() =>
        Refused(new string('a', 200), new("a"), "evidence-ambiguous")
            .Should().StartWith("The source contains “a” at least 100 times: ").And.Contain("”, and elsewhere. ");

    [Theory]
    [InlineData("wants", null, "3 times, but never right after “wants”: ")]
    [InlineData(null, "!", "3 times, but never right before “!”: ")]
    [InlineData("wants", "!", "3 times, but neither right after “wants” nor right before “!”: ")]
    [InlineData("rejects ", ". Moscow", "3 times, but never both right after “rejects ” and right before “. Moscow”: ")]
    [InlineData("x", ".", "3 times, but never right after “x”: ")]
    [InlineData("strong ", "x", "3 times, but never right before “x”: ")]
    public void The_part_of_the_context_that_does_not_fit_is_named(string? prefix, string? suffix, string sentence) =>
        Refused(Article, new("guarantees", prefix, suffix), "evidence-context-mismatch")
            .Should().StartWith("The source contains “guarantees” " + sentence)
            .And.Contain("at 18–28 “Kyiv wants strong [guarantees]. Moscow rejects guarantees. London offe…”")
            .And.EndWith("A prefix ends where the quote begins and a suffix begins where it ends, spaces included.");

    [Fact]
    public void Context_that_does_not_fit_is_refused_even_where_the_words_occur_once() =>
        Refused("We help by air.", new("by air", "help"), "evidence-context-mismatch")
            .Should().StartWith("The source contains “by air” once, but never right after “help”: at 8–14 “We help [by air].”.");
}
