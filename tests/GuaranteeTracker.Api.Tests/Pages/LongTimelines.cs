using System.Globalization;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Pages;

/// <summary>More on the timeline than a page holds.</summary>
public sealed class LongTimelines(Tracker tracker) : IClassFixture<Tracker>
{
    private const int Encounters = 300, MostOnAPage = 250;

    [Fact]
    public async Task The_last_of_it_is_shown_and_a_link_leads_to_what_comes_before()
    {
        await tracker.RecordCatalogueAsync();
        for (var i = 0; i < Encounters; i++)
        {
            var day = new DateOnly(2024, 1, 1).AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            await Subject.MustAsync(tracker.Admin.PostAsync("/api/encounters", new JsonObject { ["title"] = $"Meeting {i}", ["date"] = day, ["present"] = new JsonArray("us") }));
        }

        var last = await tracker.Public.OpenAsync("/timeline?actor=us");
        var note = last.QuerySelector("[role=status]");
        var earlier = await tracker.Public.OpenAsync(note!.QuerySelector("a").Address()!);

        note.Words().Should().StartWith($"There are {Encounters} claims and encounters in this period, more than a page holds: the last {MostOnAPage} are shown.");
        last.QuerySelectorAll("article.met").Should().HaveCount(MostOnAPage);
        note.QuerySelector("a").Address().Should().Be("/timeline?to=2024-02-19&actor=us");
        earlier.WordsOf("article.met strong").Should().Equal(Enumerable.Range(0, Encounters - MostOnAPage).Select(i => $"Meeting {i}"));
        earlier.QuerySelectorAll("[role=status]").Should().BeEmpty();
    }
}
