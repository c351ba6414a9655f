using System.Globalization;
using System.Net;
using System.Xml.Linq;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Discovery;

public sealed class FindingPages(Tracker tracker) : IClassFixture<Tracker>
{
    private const string Base = "https://tracker.example.org";

    private static readonly XNamespace _sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public async Task Robots_are_led_to_the_sitemap_and_kept_out_of_endless_dates()
    {
        using var robots = await tracker.Public.GetAsync("/robots.txt");

        robots.Content.Headers.ContentType!.MediaType.Should().Be("text/plain");
        (await robots.Content.ReadAsStringAsync()).Should().StartWith("User-agent: *\n").And.Contain("Disallow: /timegate/\n").And.Contain("Disallow: /picture?\n")
            .And.EndWith($"\nSitemap: {Base}/sitemap.xml\n");
    }

    [Fact]
    public async Task The_sitemap_lists_every_page_and_an_index_of_files_once_they_are_too_many_for_one()
    {
        var source = await tracker.RecordCatalogueAsync();
        var claim = await tracker.RecordClaimAsync(source);
        await tracker.SettleAsync();
        string[] expected =
        [
            "/picture", "/timeline", "/compare", "/network", "/topics", "/actors", "/sources", "/topics/us-air-support", "/actors/donald-trump", "/actors/russia", "/actors/us", $"/sources/{source}", $"/claims/{claim}",
        ];

        (await LocationsAsync("/sitemap.xml", "urlset")).Should().Equal(expected.Select(path => Base + path));

        await SkipSequenceNumbersAsync(60_000);
        var later = await tracker.RecordClaimAsync(source);
        await tracker.SettleAsync();
        var files = await LocationsAsync("/sitemap.xml", "sitemapindex");
        files.Should().Equal($"{Base}/sitemaps/catalogue-0.xml", $"{Base}/sitemaps/record-0.xml", $"{Base}/sitemaps/record-1.xml");
        var listed = new List<string>();
        foreach (var file in files)
        {
            listed.AddRange(await LocationsAsync(file[Base.Length..], "urlset"));
        }

        listed.Should().Equal(expected.Append($"/claims/{later}").Select(path => Base + path));
        foreach (var missing in new[] { "/sitemaps/catalogue-1.xml", "/sitemaps/record-2.xml", "/sitemaps/other-0.xml", "/sitemaps/record-99999999999.xml" })
        {
            using var response = await tracker.Public.GetAsync(missing);
            response.StatusCode.Should().Be(HttpStatusCode.NotFound, missing);
        }
    }

    private async Task<List<string>> LocationsAsync(string address, string root)
    {
        using var response = await tracker.Public.GetAsync(address);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/xml");
        var document = XDocument.Parse(await response.Content.ReadAsStringAsync());
        document.Root!.Name.Should().Be(_sitemap + root);
        return [.. document.Root.Elements().Select(item => item.Element(_sitemap + "loc")!.Value)];
    }

    /// <summary>As appends that fail do, which leave numbers unused.</summary>
    private async Task SkipSequenceNumbersAsync(int count)
    {
        await using var command = tracker.Owner.CreateCommand(
            string.Create(CultureInfo.InvariantCulture, $"select setval('{Tables.EventNumbers}', (select last_value from {Tables.EventNumbers}) + {count})"));
        await command.ExecuteNonQueryAsync();
    }
}
