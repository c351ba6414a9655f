using System.Net;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Reading;

namespace GuaranteeTracker.Api.Tests.Exports;

/// <summary>Exports can be kept, asked for again and cited like every other dated answer.</summary>
public sealed class PinnedExports(Scene scene) : IClassFixture<Scene>
{
    public static TheoryData<string> Addresses =>
    [
        "/api/timeline?format=timelinejs", "/api/timeline?format=csv", "/api/timeline?format=atom", "/api/timeline?format=ics",
        "/api/timeline?format=csv&to=2025-08-19&topic=us-air-support&topic=coop&actor=us&from=2025-08-01",
        "/api/picture?asOf=2025-08-20&format=csv", "/api/picture?asOf=2025-08-20&format=csv&view=cells&actor=us",
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task The_address_that_an_export_names_gives_the_same_bytes_for_ever(string address)
    {
        using var current = await scene.Tracker.Public.GetAsync(address);
        current.Headers.CacheControl!.ToString().Should().Be("public, no-cache");
        var pinned = current.Content.Headers.ContentLocation!;
        pinned.OriginalString.Should().Contain($"knownAt=seq:{scene.Sequence}&v=1").And.Contain("&format=");
        current.Headers.GetValues("Link").Should().Contain($"<{pinned.OriginalString}>; rel=\"cite-as\"");

        using var first = await scene.Tracker.Public.GetAsync(pinned.PathAndQuery);
        using var second = await scene.Tracker.Public.GetAsync(pinned.PathAndQuery);
        using var head = await scene.Tracker.Public.SendAsync(new(HttpMethod.Head, pinned.PathAndQuery));
        var again = new HttpRequestMessage(HttpMethod.Get, pinned.PathAndQuery) { Headers = { { "If-None-Match", first.Headers.ETag!.ToString() } } };
        using var had = await scene.Tracker.Public.SendAsync(again);

        first.Headers.CacheControl!.ToString().Should().Be("public, max-age=31536000, immutable");
        first.Content.Headers.ContentLocation.Should().BeNull();
        var bytes = await first.Content.ReadAsByteArrayAsync();
        bytes.Should().Equal(await current.Content.ReadAsByteArrayAsync()).And.Equal(await second.Content.ReadAsByteArrayAsync());
        first.Headers.ETag.Should().Be(current.Headers.ETag);
        head.Content.Headers.ContentLength.Should().Be(bytes.Length);
        had.StatusCode.Should().Be(HttpStatusCode.NotModified);
        foreach (var name in new[] { "Known-Sequence", "Known-At", "Known-Pending", "Item-Count", "Period", "ETag" })
        {
            head.Headers.GetValues(name).Should().Equal(first.Headers.GetValues(name)).And.Equal(current.Headers.GetValues(name), name);
        }
    }

    [Fact]
    public async Task The_head_says_what_was_asked_and_what_was_known()
    {
        using var response = await scene.Tracker.Public.GetAsync("/api/timeline?format=csv&topic=us-air-support&actor=us&from=2025-08-17");

        string Header(string name) => response.Headers.GetValues(name).Single();

        Header("Query").Should().Be("from=2025-08-17T00:00:00Z&actor=us&topic=us-air-support");
        Header("Period").Should().Be("2025-08-17T00:00:00Z/..");
        Header("Known-Sequence").Should().Be($"{scene.Sequence}");
        Header("Known-Pending").Should().Be("0");
        var rows = Table.Read(await response.Content.ReadAsStringAsync());
        Header("Item-Count").Should().Be($"{rows.Count}");
        rows.Select(row => (row["pinned"], row["knownSequence"], row["knownAt"])).Distinct()
            .Should().Equal((response.Content.Headers.ContentLocation!.OriginalString, $"{scene.Sequence}", Header("Known-At")));
        response.Content.Headers.ContentDisposition!.ToString().Should().Be($"inline; filename=\"timeline-{scene.Sequence}.csv\"");
        response.Content.Headers.ContentType!.ToString().Should().Be("text/csv; charset=utf-8; header=present");
    }

    [Fact]
    public async Task A_picture_s_table_without_a_date_keeps_its_tag_while_nothing_else_changes()
    {
        using var first = await scene.Tracker.Public.GetAsync("/api/picture?format=csv");
        using var second = await scene.Tracker.Public.GetAsync("/api/picture?format=csv");
        using var json = await scene.Tracker.Public.GetAsync("/api/picture");
        using var cells = await scene.Tracker.Public.GetAsync("/api/picture?format=csv&view=cells");

        first.Headers.ETag!.IsWeak.Should().BeTrue("the bytes may differ");
        second.Headers.ETag.Should().Be(first.Headers.ETag);
        first.Headers.ETag.Should().NotBe(json.Headers.ETag).And.NotBe(cells.Headers.ETag);
        (await first.Content.ReadAsStringAsync()).Should().NotBe(await second.Content.ReadAsStringAsync(), "the time of asking is told");
    }

    [Theory]
    [InlineData("/api/timeline?format=csv&from=x", HttpStatusCode.BadRequest)]
    [InlineData("/api/timeline?format=atom&v=2", HttpStatusCode.BadRequest)]
    [InlineData("/api/timeline?format=ics&actor=US", HttpStatusCode.BadRequest)]
    [InlineData("/api/timeline?format=timelinejs&knownAt=seq:999999", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/api/picture?format=csv&view=all", HttpStatusCode.BadRequest)]
    [InlineData("/api/picture?format=csv&asOf=soon", HttpStatusCode.BadRequest)]
    public async Task An_export_is_refused_as_JSON_is(string address, HttpStatusCode status)
    {
        using var response = await scene.Tracker.Public.GetAsync(address);

        response.StatusCode.Should().Be(status);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        response.Headers.Contains("Known-Sequence").Should().BeFalse();
    }

    [Fact]
    public async Task Before_the_record_there_is_an_export_of_nothing()
    {
        var query = "knownAt=seq:0&v=1";
        Table.Read(await scene.GetAsync($"/api/timeline?{query}&format=csv")).Should().BeEmpty();
        Table.Read(await scene.GetAsync($"/api/picture?{query}&asOf=2025-08-20&format=csv")).Should().BeEmpty();
        System.Xml.Linq.XDocument.Parse(await scene.GetAsync($"/api/timeline?{query}&format=atom")).Root!.Elements().Should().NotContain(element => element.Name.LocalName == "entry");
        Calendar.Read(await scene.Tracker.Public.GetByteArrayAsync($"/api/timeline?{query}&format=ics")).Events.Should().BeEmpty();
        (await scene.Tracker.Public.GetJsonAsync($"/api/timeline?{query}&format=timelinejs"))["events"]!.AsArray().Should().BeEmpty();
    }
}
