using System.Net;

namespace GuaranteeTracker.Api.Tests.Reading;

/// <summary>What may be kept, by whom and for how long.</summary>
public sealed class CachingAnswers(Scene scene) : IClassFixture<Scene>
{
    private static readonly string[] _dated = ["/api/picture?asOf=2025-08-20", "/api/picture?asOf=2025-08-20&view=cells", "/api/contradictions?asOf=2025-08-20", "/api/positions/us/us-air-support?"];

    private string AtK => $"&knownAt=seq:{scene.Sequence}";

    [Fact]
    public async Task With_D_K_and_version_an_answer_may_be_kept_for_ever()
    {
        foreach (var address in _dated)
        {
            using var response = await GetAsync($"{address}{AtK}&v=1");

            CacheControl(response).Should().Be("public, max-age=31536000, immutable", address);
            response.Headers.ETag!.IsWeak.Should().BeFalse(address);
            response.Headers.Vary.Should().Equal("Accept", "Accept-Encoding");
            response.Content.Headers.ContentLocation.Should().BeNull();
        }
    }

    [Fact]
    public async Task Without_the_version_an_answer_names_the_address_that_has_it()
    {
        foreach (var address in _dated.SelectMany(address => new[] { address, address + AtK }))
        {
            using var response = await GetAsync(address);
            var content = await response.Content.ReadAsStringAsync();

            CacheControl(response).Should().Be("public, no-cache", address);
            var pinned = response.Content.Headers.ContentLocation!;
            pinned.OriginalString.Should().StartWith("https://tracker.example.org/api/").And.Contain($"knownAt=seq:{scene.Sequence}&v=1");
            using var snapshot = await GetAsync(pinned.PathAndQuery);
            CacheControl(snapshot).Should().Contain("immutable");
            (await snapshot.Content.ReadAsStringAsync()).Should().Be(content, address);
            snapshot.Headers.ETag.Should().Be(response.Headers.ETag, address);
        }
    }

    [Fact]
    public async Task The_pinned_address_carries_the_filters_in_order_and_each_once()
    {
        using var response = await GetAsync("/api/picture?view=cells&topic=coop&actor=us&asOf=2025-08-20&actor=russia&topic=co-op&actor=us");

        response.Content.Headers.ContentLocation!.OriginalString.Should().Be(
            $"https://tracker.example.org/api/picture?asOf=2025-08-20T23:59:59.999999Z&knownAt=seq:{scene.Sequence}&v=1&actor=russia&actor=us&topic=co-op&topic=coop&view=cells");
    }

    [Fact]
    public async Task Without_a_date_the_tag_stays_while_nothing_else_changes()
    {
        foreach (var address in new[] { "/api/picture", "/api/picture?view=cells", "/api/contradictions", $"/api/picture?knownAt=seq:{scene.Sequence}&v=1" })
        {
            using var first = await GetAsync(address);
            using var second = await GetAsync(address);

            (await first.Content.ReadAsStringAsync()).Should().NotBe(await second.Content.ReadAsStringAsync(), "the time of asking is told");
            second.Headers.ETag.Should().Be(first.Headers.ETag);
            first.Headers.ETag!.IsWeak.Should().BeTrue("the bytes may differ");
            CacheControl(first).Should().Be("public, no-cache");
            using var again = await GetAsync(address, HttpMethod.Get, ("If-None-Match", first.Headers.ETag.ToString()));
            again.StatusCode.Should().Be(HttpStatusCode.NotModified);
            (await (await GetAsync(first.Content.Headers.ContentLocation!.PathAndQuery)).Content.ReadAsStringAsync()).Should().Be(await first.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task The_same_answer_again_is_304_with_all_that_a_cache_needs()
    {
        foreach (var address in _dated.Concat(["/api/actors", "/api/topics", "/api/encounters", $"/api/claims/{Scene.Trump}", $"/api/claims/{Scene.Trump}/history", $"/api/sources/{Scene.Source}", "/api/actors/us", $"{_dated[0]}{AtK}&v=1"]))
        {
            using var first = await GetAsync(address);
            foreach (var had in new[] { first.Headers.ETag!.ToString(), $"W/{first.Headers.ETag}", $"\"another\", {first.Headers.ETag}", "*" })
            {
                using var again = await GetAsync(address, HttpMethod.Get, ("If-None-Match", had));

                again.StatusCode.Should().Be(HttpStatusCode.NotModified, $"{address} {had}");
                (await again.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
                again.Headers.ETag.Should().Be(first.Headers.ETag);
                CacheControl(again).Should().Be(CacheControl(first));
                again.Headers.Vary.Should().Equal(first.Headers.Vary);
                again.Content.Headers.ContentLocation.Should().Be(first.Content.Headers.ContentLocation);
            }

            using var other = await GetAsync(address, HttpMethod.Get, ("If-None-Match", "\"another\""));
            other.StatusCode.Should().Be(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task HEAD_answers_as_GET_does_without_a_body()
    {
        foreach (var address in _dated.Concat(["/api/actors?limit=1", $"/api/claims/{Scene.Trump}", $"/api/claims/{Scene.Trump}/history", $"/api/sources/{Scene.Source}", "/api/claims/" + Guid.Empty]))
        {
            using var get = await GetAsync(address);
            using var head = await GetAsync(address, HttpMethod.Head);

            head.StatusCode.Should().Be(get.StatusCode, address);
            (await head.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
            head.Headers.ETag.Should().Be(get.Headers.ETag);
            head.Content.Headers.ContentType.Should().Be(get.Content.Headers.ContentType);
            head.Content.Headers.ContentLocation.Should().Be(get.Content.Headers.ContentLocation);
            Link(head).Should().Be(Link(get));
            if (get.IsSuccessStatusCode)
            {
                head.Content.Headers.ContentLength.Should().Be((await get.Content.ReadAsByteArrayAsync()).Length, address);
            }
        }
    }

    [Fact]
    public async Task No_refusal_is_kept()
    {
        foreach (var address in new[] { "/api/picture?asOf=x", "/api/picture?knownAt=2999-01-01", "/api/claims/" + Guid.Empty, "/api/nowhere", "/api/actors?limit=0" })
        {
            using var response = await GetAsync(address);
            ((int)response.StatusCode).Should().BeInRange(400, 422);
            CacheControl(response).Should().Be("no-store", address);
            response.Headers.ETag.Should().BeNull();
        }
    }

    [Fact]
    public async Task An_answer_that_depends_on_the_caller_says_so()
    {
        using var stranger = await GetAsync($"/api/claims/{Scene.Trump}/history");
        using var reader = await scene.Tracker.Admin.GetAsync($"/api/claims/{Scene.Trump}/history");

        stranger.Headers.Vary.Should().Equal("Accept", "Accept-Encoding", "Authorization");
        CacheControl(reader).Should().Be("private, no-cache");
        reader.Headers.ETag.Should().NotBe(stranger.Headers.ETag);
        using var picture = await scene.Tracker.Admin.GetAsync(_dated[0]);
        CacheControl(picture).Should().Be("public, no-cache", "it is the same for everybody");
    }

    [Fact]
    public async Task What_a_caller_calls_the_host_is_in_no_answer()
    {
        foreach (var address in new[] { "/api/picture", "/api/actors?limit=1", "/api/nowhere", "/openapi/v1.json", $"/api/claims/{Scene.Trump}" })
        {
            using var response = await GetAsync(address, HttpMethod.Get, ("Host", "evil.example"), ("X-Forwarded-Host", "evil.example"));
            (response.Headers.ToString() + response.Content.Headers + await response.Content.ReadAsStringAsync()).Should().NotContain("evil", address);
        }
    }

    private Task<HttpResponseMessage> GetAsync(string address, HttpMethod? method = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, address);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return scene.Tracker.Public.SendAsync(request);
    }

    private static string CacheControl(HttpResponseMessage response) => response.Headers.NonValidated["Cache-Control"].ToString();

    private static string Link(HttpResponseMessage response) => response.Headers.TryGetValues("Link", out var link) ? string.Join(", ", link) : "";
}
