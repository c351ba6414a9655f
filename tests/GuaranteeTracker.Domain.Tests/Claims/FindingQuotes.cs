using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Domain.Tests.Claims;

using static QuoteSearches;

public sealed class FindingQuotes
{
    [Fact]
    public void Words_that_occur_once_are_found_where_they_stand() =>
        Found("Kyiv wants air support.", new("air support")).Should().Be(new Quote("air support", null, null, 11, 22));

    [Theory]
    [InlineData("Kyiv wants", 0, 10)]
    [InlineData("support.", 15, 23)]
    [InlineData("Kyiv wants air support.", 0, 23)]
    public void The_first_and_the_last_words_are_found(string exact, int start, int end) =>
        Found("Kyiv wants air support.", new(exact)).Should().Be(new Quote(exact, null, null, start, end));

    [Fact]
    public void Positions_count_code_points_so_an_emoji_before_shifts_by_one() =>
        Found("😀𝒜 Kyiv 🇺🇦", new("Kyiv 🇺🇦")).Should().Be(new Quote("Kyiv 🇺🇦", null, null, 3, 10));

    [Fact]
    public void A_quote_is_normalised_as_its_source_is() =>
        Found("Das Café\nin Genf", new("Cafe\u0301\r\nin", "Das ", "\u0020Genf")).Should().Be(new Quote("Café\nin", "Das ", " Genf", 4, 11));

    [Fact]
    public void A_prefix_singles_out_one_of_several() =>
        Found("by air or by sea or by land", new("by ", "or ", "land")).Should().Be(new Quote("by ", "or ", "land", 20, 23));

    [Theory]
    [InlineData("the air ", null)]
    [InlineData(null, " today")]
    public void Prefix_or_suffix_alone_can_do(string? prefix, string? suffix) =>
        Found("the sea force, the air force today", new("force", prefix, suffix)).Start.Should().Be(23);

    [Fact]
    public void An_empty_prefix_or_suffix_is_none() =>
        Found("by air", new("air", "", "")).Should().Be(new Quote("air", null, null, 3, 6));

    [Fact]
    public void Context_that_fits_is_kept_even_where_the_words_occur_once() =>
        Found("by air", new("air", "by ")).Should().Be(new Quote("air", "by ", null, 3, 6));

    [Fact]
    public void A_prefix_singles_out_one_among_more_occurrences_than_are_counted()
    {
        var text = new string('a', 5_000) + "b" + new string('a', 5_000);

        Found(text, new("aaa", "b")).Should().Be(new Quote("aaa", "b", null, 5_001, 5_004));
        Found(text, new("aaa", null, "b")).Should().Be(new Quote("aaa", null, "b", 4_997, 5_000));
    }

    [Fact]
    public void The_longest_quote_allowed_is_found()
    {
        var exact = string.Concat(Enumerable.Repeat("😀", QuoteSelector.MaxCodePoints));

        Found($"x{exact}y", new(exact, "x", "y")).End.Should().Be(4_001);
    }

    [Fact]
    public void Invisible_characters_of_the_source_are_part_of_its_words() =>
        Found("no\u200B \u202Eyes", new("no\u200B \u202E")).Exact.Should().Be("no\u200B \u202E");
}
