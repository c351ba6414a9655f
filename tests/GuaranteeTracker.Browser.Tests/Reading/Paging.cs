using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Browser.Tests.Readers;

namespace GuaranteeTracker.Browser.Tests.Reading;

[Collection(AtHome.Name)]
public sealed class Paging(HomeTracker tracker)
{
    [Fact]
    public async Task A_reader_of_links_finds_every_page_of_a_list()
    {
        var found = new List<string>();
        for (var page = "/api/actors?limit=5"; page is not null;)
        {
            using var response = await tracker.Public.GetAsync(page);
            found.AddRange(Ids(await response.JsonAsync()));
            page = response.Headers.TryGetValues("Link", out var links) ? await NextAsync(links) : null;
        }

        found.Should().HaveCountGreaterThan(10).And.Equal(Ids(await tracker.Public.GetJsonAsync("/api/actors?limit=200")));
    }

    private static async Task<string?> NextAsync(IEnumerable<string> links) =>
        (await Reader.LinksAsync(string.Join(", ", links))).AsArray().SingleOrDefault(link => link!["rel"]!.GetValue<string>() == "next")?["uri"]!.GetValue<string>();

    private static IEnumerable<string> Ids(JsonObject page) => page["items"]!.AsArray().Select(actor => actor!["id"]!.GetValue<string>());
}
