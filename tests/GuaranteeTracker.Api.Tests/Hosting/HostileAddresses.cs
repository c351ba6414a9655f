using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Api.Tests.Hosting;

/// <summary>Addresses that ask for too much, or for nothing that there is: of pages and images as of data.</summary>
public sealed class HostileAddresses(Tracker tracker) : IClassFixture<Tracker>, IAsyncLifetime
{
    private static readonly string[]
        _paged = ["/topics", "/actors", "/topics/us-air-support", "/actors/us"],
        _listed = ["/sources", "/api/actors", "/api/topics", "/api/encounters", "/api/erasures"],
        _filtered =
        [
            "/picture", "/snapshots/2025-08-20/seq:0", "/embed/snapshots/2025-08-20/seq:0", "/timeline", "/compare", "/network", "/picture.svg", "/picture.png", "/timeline.svg",
            "/api/picture", "/api/timeline", "/api/timeline?format=atom", "/api/picture/changes", "/api/contradictions", "/api/network",
        ];

    public async Task InitializeAsync()
    {
        await tracker.RecordCatalogueAsync();
        await tracker.SettleAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Two_thousand_actors_are_too_many_for_an_address()
    {
        var actors = string.Join('&', Enumerable.Repeat("actor=us", 2_000));
        foreach (var path in _filtered.Concat(_paged).Concat(_listed).Append("/timegate/picture").Append("/timemap/timeline").Append("/sitemap.xml").Append("/nothing"))
        {
            await tracker.RefusesAsync(414, "address-too-long", () => tracker.Public.GetAsync(With(path, actors)), path);
        }
    }

    [Fact]
    public async Task As_many_actors_as_an_address_holds_are_one_actor_where_they_are_the_same()
    {
        var actors = string.Join('&', Enumerable.Repeat("actor=us", 850));
        foreach (var path in _filtered)
        {
            using var response = await tracker.Public.GetAsync(With(path, actors));
            ((int)response.StatusCode).Should().Be(200, path);
        }

        var (many, one) = (await tracker.Public.GetStringAsync($"/api/timeline?{actors}"), await tracker.Public.GetStringAsync("/api/timeline?actor=us"));
        many.Should().Be(one);
    }

    [Fact]
    public async Task An_address_of_a_hundred_kilobytes_is_cut_off()
    {
        foreach (var path in _filtered.Concat(_paged).Concat(_listed))
        {
            using var response = await tracker.SendRawAsync($"GET {With(path, "q=" + new string('a', 100_000))} HTTP/1.1");
            ((int)response.StatusCode).Should().Be(414, path);
        }
    }

    [Theory]
    [InlineData("999999999", 422, "out-of-range")]
    [InlineData("2147483647", 422, "out-of-range")]
    [InlineData("2147483648", 400, "bad-parameter")]
    [InlineData("99999999999999999999", 400, "bad-parameter")]
    [InlineData("-1", 400, "bad-parameter")]
    [InlineData("0", 400, "bad-parameter")]
    [InlineData("%00", 400, "bad-parameter")]
    [InlineData("1&page=1", 400, "bad-parameter")]
    public async Task A_page_that_there_is_not_is_refused(string page, int status, string code)
    {
        foreach (var path in _paged)
        {
            await tracker.RefusesAsync(status, code, () => tracker.Public.GetAsync($"{path}?page={page}"), path);
        }
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("____")]
    [InlineData("%00")]
    [InlineData("%ff%fe")]
    [InlineData("%F0%9F%98%80")]
    [InlineData("'%20or%201=1--")]
    public async Task A_cursor_that_nobody_gave_out_is_refused(string cursor)
    {
        foreach (var path in _listed)
        {
            await tracker.RefusesAsync(400, "bad-cursor", () => tracker.Public.GetAsync($"{path}?cursor={cursor}"), path);
            await tracker.RefusesAsync(400, "bad-cursor", () => tracker.Public.GetAsync($"{path}?cursor={string.Concat(Enumerable.Repeat(cursor, 300))}"), path);
        }
    }

    [Theory]
    [InlineData("actor=%00")]
    [InlineData("actor=%ff%fe")]
    [InlineData("actor=' or 1=1--")]
    [InlineData("topic=../../etc/passwd")]
    [InlineData("topic=%E2%80%AE")]
    public async Task A_filter_that_names_nothing_is_refused(string query)
    {
        foreach (var path in _filtered)
        {
            await tracker.RefusesAsync(400, "bad-parameter", () => tracker.Public.GetAsync(With(path, query)), path);
        }
    }

    private static string With(string path, string query) => path + (path.Contains('?', StringComparison.Ordinal) ? '&' : '?') + query;
}
