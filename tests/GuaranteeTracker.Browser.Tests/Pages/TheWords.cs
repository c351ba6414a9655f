using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Browser.Tests.Visiting;
using Microsoft.Playwright;

namespace GuaranteeTracker.Browser.Tests.Pages;

/// <summary>The words of every seed claim, as they are lit on the page of its source.</summary>
[Collection(AtHome.Name)]
public sealed class TheWords(HomeTracker tracker)
{
    [BrowserTheory]
    [InlineData(Screen.Wide)]
    [InlineData(Screen.Narrow)]
    public async Task What_is_highlighted_for_a_claim_is_exactly_its_quote(Screen screen)
    {
        await using var visit = await Visit.BeginAsync(tracker, new(screen));
        var (source, claims) = await SeedAsync(tracker);
        await visit.GoAsync($"/sources/{source}");

        foreach (var (claim, quotes) in claims)
        {
            for (var n = 0; n < quotes.Count; n++)
            {
                var marks = visit.Page.Locator($".source-text mark[data-passage~='{claim}:{n}']");
                string.Concat(await marks.AllTextContentsAsync()).Should().Be(quotes[n], $"passage {n} of claim {claim}");
                (await marks.First.EvaluateAsync<string>("mark => getComputedStyle(mark).backgroundColor")).Should().NotBe("rgba(0, 0, 0, 0)", "it is to be seen");
            }
        }

        claims.Should().HaveCount(32);
        visit.MustBeClean();
    }

    [BrowserFact]
    public async Task From_a_claim_its_words_are_reached_by_keyboard_and_back()
    {
        await using var visit = await Visit.BeginAsync(tracker);
        var (source, claims) = await SeedAsync(tracker);
        await visit.GoAsync($"/sources/{source}");
        var claim = claims.Keys.First();

        await visit.Page.Locator($"a[href='#words-{claim}-0']").First.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        visit.Page.Url.Should().EndWith($"#words-{claim}-0");
        await Assertions.Expect(visit.Page.Locator($"[id='words-{claim}-0']")).ToBeInViewportAsync();

        await visit.Page.Locator($"a.ref[href='#claim-{claim}']").First.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        visit.Page.Url.Should().EndWith($"#claim-{claim}");
        await Assertions.Expect(visit.Page.Locator($"[id='claim-{claim}']")).ToBeInViewportAsync();
        visit.MustBeClean();
    }

    /// <summary>The one seed source, and of each of its claims the exact words.</summary>
    internal static async Task<(string Source, IReadOnlyDictionary<string, IReadOnlyList<string>> Claims)> SeedAsync(Tracker tracker)
    {
        var position = (await tracker.Public.GetJsonAsync("/api/picture"))["topics"]![0]!["positions"]![0]!;
        var source = position["source"]!.ToString();
        var claims = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var claim in (await tracker.Public.GetJsonAsync($"/api/sources/{source}"))["claims"]!.AsArray())
        {
            var id = claim!["id"]!.ToString();
            JsonArray quotes = (await tracker.Public.GetJsonAsync($"/api/claims/{id}"))["evidence"]!["quotes"]!.AsArray();
            claims.Add(id, [.. quotes.Select(quote => quote!["exact"]!.ToString())]);
        }

        return (source, claims);
    }
}
