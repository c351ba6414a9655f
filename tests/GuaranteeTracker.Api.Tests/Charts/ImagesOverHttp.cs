using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Reading;
using SkiaSharp;

namespace GuaranteeTracker.Api.Tests.Charts;

public sealed class ImagesOverHttp(Scene scene) : IClassFixture<Scene>
{
    private static readonly string[] _images = ["/picture", "/topics/us-air-support", "/actors/us"];

    [Fact]
    public async Task Pictures_topics_and_actors_have_a_png_of_the_size_that_links_are_shown_with()
    {
        foreach (var path in _images)
        {
            using var response = await scene.Tracker.Public.GetAsync(path + ".png");

            response.Content.Headers.ContentType!.ToString().Should().Be("image/png");
            using var image = SKBitmap.Decode(await response.Content.ReadAsByteArrayAsync());
            (image.Width, image.Height).Should().Be((1200, 675), path);
        }
    }

    [Fact]
    public async Task And_an_svg_that_is_well_formed()
    {
        foreach (var path in _images)
        {
            using var response = await scene.Tracker.Public.GetAsync(path + ".svg");

            response.Content.Headers.ContentType!.ToString().Should().Be("image/svg+xml; charset=utf-8");
            XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!.Name.LocalName.Should().Be("svg");
        }
    }

    [Fact]
    public async Task An_image_says_what_it_was_made_from_and_where_to_find_it()
    {
        var texts = await TextsAsync("/picture.svg?asOf=2025-08-20&topic=us-air-support");

        texts.Should().Contain("Who stood where on 20 August 2025")
            .And.Contain($"tracker.example.org/picture?asOf=2025-08-20&topic=us-air-support&knownAt=seq:{scene.Sequence}")
            .And.Contain(text => text.StartsWith($"As of 20 August 2025, as known at event {scene.Sequence} of the record, checkpoint of ", StringComparison.Ordinal) && text.EndsWith("2 positions from 5 claims in 1 source.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_day_of_a_claim_is_where_its_lane_has_it()
    {
        var titles = (await LoadAsync("/topics/us-air-support.svg")).Descendants().Where(element => element.Name.LocalName == "title").Select(element => element.Value).ToList();

        titles.Should().Contain("United States opposes from 16 August 2025 to 18 August 2025")
            .And.Contain("United States open since 18 August 2025").And.Contain("Russia supports since 18 August 2025, by hearsay only");
    }

    [Fact]
    public async Task A_pinned_image_may_be_kept_for_ever_and_has_the_same_bytes_each_time()
    {
        foreach (var address in new[] { $"/picture.png?asOf=2025-08-20&knownAt=seq:{scene.Sequence}&v=1", $"/actors/us.svg?knownAt=seq:{scene.Sequence}&v=1", $"/topics/coop.png?knownAt=seq:{scene.Sequence}&v=1" })
        {
            using var response = await scene.Tracker.Public.GetAsync(address);

            response.Headers.CacheControl!.ToString().Should().Be("public, max-age=31536000, immutable", address);
            var first = await response.Content.ReadAsByteArrayAsync();
            for (var again = 0; again < 3; again++)
            {
                (await scene.Tracker.Public.GetByteArrayAsync(address)).Should().Equal(first, address);
            }

            using var conditional = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "If-None-Match", response.Headers.ETag!.ToString() } } };
            using var unchanged = await scene.Tracker.Public.SendAsync(conditional);
            unchanged.StatusCode.Should().Be(HttpStatusCode.NotModified, address);
        }
    }

    [Fact]
    public async Task An_image_without_a_K_names_the_address_that_has_it_for_ever()
    {
        foreach (var path in _images)
        {
            using var first = await scene.Tracker.Public.GetAsync(path + ".png?asOf=2025-08-20");

            first.Headers.CacheControl!.ToString().Should().Be("public, no-cache", path);
            var pinned = first.Content.Headers.ContentLocation!;
            pinned.OriginalString.Should().StartWith($"https://tracker.example.org{path}.png?").And.EndWith($"knownAt=seq:{scene.Sequence}&v=1");
            (await scene.Tracker.Public.GetByteArrayAsync(pinned.PathAndQuery)).Should().Equal(await first.Content.ReadAsByteArrayAsync(), path);
        }
    }

    [Fact]
    public async Task An_image_without_a_moment_keeps_its_tag_until_the_next_day()
    {
        foreach (var path in _images)
        {
            var tags = new List<string>();
            for (var again = 0; again < 3; again++)
            {
                using var response = await scene.Tracker.Public.GetAsync(path + ".png");
                tags.Add(response.Headers.ETag!.ToString());
            }

            tags[1].Should().BeOneOf([tags[0], tags[2]], "midnight passes once at most: {0}", path);
        }
    }

    [Theory]
    [InlineData("/picture.png?asOf=someday", "/api/picture?asOf=someday")]
    [InlineData("/picture.svg?topic=A%20B", "/api/picture?topic=A%20B")]
    [InlineData("/picture.svg?knownAt=seq:-1", "/api/picture?knownAt=seq:-1")]
    [InlineData("/picture.png?knownAt=seq:999999", "/api/picture?knownAt=seq:999999")]
    [InlineData("/picture.png?v=2", "/api/picture?v=2")]
    [InlineData("/topics/nothing.svg", "/api/topics/nothing")]
    [InlineData("/actors/nobody.png", "/api/actors/nobody")]
    [InlineData("/actors/NOBODY.png", "/api/positions/NOBODY/co-op")]
    public async Task What_the_api_refuses_an_image_refuses_likewise(string image, string api)
    {
        using var refused = await scene.Tracker.Public.GetAsync(image);
        using var expected = await scene.Tracker.Public.GetAsync(api);

        refused.StatusCode.Should().Be(expected.StatusCode);
        var (problem, like) = (await refused.JsonAsync(), await expected.JsonAsync());
        foreach (var member in new[] { "type", "title", "status", "detail" })
        {
            JsonNode.DeepEquals(problem[member], like[member]).Should().BeTrue(member);
        }
    }

    [Fact]
    public async Task Who_takes_no_image_is_told_so()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/picture.png") { Headers = { { "Accept", "text/plain" } } };
        using var response = await scene.Tracker.Public.SendAsync(request);

        response.StatusCode.Should().Be(HttpStatusCode.NotAcceptable);
    }

    private async Task<IEnumerable<string>> TextsAsync(string address) =>
        (await LoadAsync(address)).Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value);

    private async Task<XDocument> LoadAsync(string address) => XDocument.Parse(await scene.GetAsync(address));
}
