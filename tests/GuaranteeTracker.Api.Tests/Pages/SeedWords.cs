using System.Text.RegularExpressions;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Readme;

namespace GuaranteeTracker.Api.Tests.Pages;

public sealed partial class SeedWords(SeededTracker tracker) : IClassFixture<SeededTracker>
{
    private const string Source = "/sources/dcb73d2d-251b-409c-8d6c-85f94c8576c5";

    public static TheoryData<bool> BothModes => [true, false];

    [Theory]
    [MemberData(nameof(BothModes))]
    public async Task The_marked_words_of_every_seed_claim_are_exactly_its_quotes(bool whole)
    {
        var page = await Client(whole).OpenAsync(Source);
        var claims = (await tracker.Public.GetJsonAsync("/api" + Source))["claims"]!.AsArray().Select(claim => claim!["id"]!.GetValue<Guid>()).ToList();

        claims.Should().HaveCount(32);
        foreach (var claim in claims)
        {
            var quotes = (await tracker.Public.GetJsonAsync($"/api/claims/{claim}"))["evidence"]!["quotes"]!.AsArray();
            for (var i = 0; i < quotes.Count; i++)
            {
                page.Marked(claim, i).Should().Be(quotes[i]!["exact"]!.GetValue<string>());
                page.GetElementById($"words-{claim}-{i}")!.TextContent.Should().NotBeEmpty();
                page.QuerySelectorAll($"#claim-{claim} a[href='#words-{claim}-{i}']").Should().ContainSingle("the claim leads to its words");
            }

            page.QuerySelectorAll($".source-text a.ref[href='#claim-{claim}']").Should().HaveCount(quotes.Count, "the words lead back to their claim");
            page.QuerySelectorAll($"#claim-{claim} a[href='/claims/{claim}']").Should().ContainSingle();
        }
    }

    [Fact]
    public async Task Who_may_read_the_text_sees_every_word_of_it()
    {
        var page = await tracker.Admin.OpenAsync(Source);

        string.Concat(page.QuerySelectorAll(".source-text").Select(block => block.SourceWords())).Should().Be(await tracker.Admin.GetStringAsync($"/api{Source}/text"));
    }

    [Fact]
    public async Task Who_may_not_sees_the_sentences_around_the_words_and_no_more()
    {
        var text = await tracker.Admin.GetStringAsync($"/api{Source}/text");
        var page = await tracker.Public.OpenAsync(Source);

        page.Body!.TextContent.Should().NotContain("reproductive rights").And.NotContain("Nato military leaders are meeting");
        var blocks = page.QuerySelectorAll(".source-text").ToList();
        foreach (var block in blocks)
        {
            text.Should().Contain(block.SourceWords());
            var unmarked = Unmarked().Split(MarkElements().Replace(block.InnerHtml, "")).Select(part => part.Replace("…", "", StringComparison.Ordinal)).ToList();
            unmarked.Should().HaveCountGreaterThan(1, "there is a mark in every block");
            unmarked.Should().OnlyContain(part => part.Length <= 600);
            (BetweenSentences().IsMatch(unmarked[0]) || BetweenSentences().IsMatch(unmarked[^1])).Should().BeFalse("{0} is one sentence on either side", block.TextContent);
        }

        blocks.Sum(block => block.SourceWords().Length).Should().BeLessThan(text.Length * 3 / 4);
        page.QuerySelector("a[href='https://www.independent.co.uk/'][rel='noopener noreferrer nofollow']").Should().NotBeNull();
        page.QuerySelector($"a[href='/api{Source}/text']").Should().BeNull();
    }

    [Fact]
    public async Task Every_seed_claim_has_a_page_with_its_words_and_the_way_to_their_place()
    {
        var source = await tracker.Admin.OpenAsync(Source);
        foreach (var claim in source.QuerySelectorAll("ol.claims > li").Select(claim => Guid.Parse(claim.Id!["claim-".Length..])))
        {
            var told = await tracker.Public.GetJsonAsync($"/api/claims/{claim}");
            var page = await tracker.Public.OpenAsync($"/claims/{claim}");

            page.QuerySelector("h1")!.TextContent.Should().Be(told["summary"]!.GetValue<string>());
            page.QuerySelector("meta[property='og:title']")!.GetAttribute("content").Should().Be(told["summary"]!.GetValue<string>());
            page.QuerySelector("meta[property='og:image']")!.GetAttribute("content").Should().Be($"https://tracker.example.org/topics/{told["topic"]}.png");
            page.QuerySelectorAll("blockquote").Select(quote => quote.TextContent).Should().Equal(told["evidence"]!["quotes"]!.AsArray().Select(quote => quote!["exact"]!.GetValue<string>()));
            foreach (var place in page.QuerySelectorAll("figcaption a").Select(place => place.GetAttribute("href")!))
            {
                place.Should().StartWith($"{Source}#");
                source.GetElementById(place.Split('#')[1]).Should().NotBeNull();
            }
        }
    }

    [Fact]
    public async Task Ids_are_used_once()
    {
        foreach (var page in new[] { await tracker.Admin.OpenAsync(Source), await tracker.Public.OpenAsync(Source) })
        {
            page.QuerySelectorAll("[id]").Select(element => element.Id).Should().OnlyHaveUniqueItems();
            page.QuerySelectorAll("h1").Should().ContainSingle();
            page.QuerySelectorAll("a[href^='#']").Should().OnlyContain(link => page.GetElementById(link.GetAttribute("href")!.Substring(1)) != null);
        }
    }

    private HttpClient Client(bool whole) => whole ? tracker.Admin : tracker.Public;

    [GeneratedRegex("<a class=\"ref\".*?</a>|<span[^>]*>|</span>")]
    private static partial Regex MarkElements();

    [GeneratedRegex("<mark.*?</mark>")]
    private static partial Regex Unmarked();

    [GeneratedRegex("""[.!?]["”’]?\s+["“‘]?\p{Lu}|\n""")]
    private static partial Regex BetweenSentences();
}
