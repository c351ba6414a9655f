using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Api.Tests.Networks;

public sealed class BadQuestionsOfNetworks(Tracker tracker) : IClassFixture<Tracker>
{
    [Theory]
    [InlineData("kind=onemode", "kind", "two-mode, congruence, conflict, subtract")]
    [InlineData("kind=Congruence", "kind", "two-mode, congruence, conflict, subtract")]
    [InlineData("kind=0", "kind", "two-mode, congruence, conflict, subtract")]
    [InlineData("kind=", "kind", "two-mode, congruence, conflict, subtract")]
    [InlineData("kind=conflict&kind=conflict", "kind", "once")]
    [InlineData("nodes=actor", "nodes", "actors, topics")]
    [InlineData("nodes=s", "nodes", "actors, topics")]
    [InlineData("nodes=topics&nodes=topics", "nodes", "once")]
    [InlineData("duplicates=include", "duplicates", "all, document, day, week, month, year, range")]
    [InlineData("normalisation=activity", "normalisation", "none, average, jaccard, cosine")]
    [InlineData("isolates=yes", "isolates", "kept, dropped")]
    [InlineData("explain=1", "explain", "false, true")]
    [InlineData("explain=True", "explain", "false, true")]
    [InlineData("explain=true&explain=true", "explain", "once")]
    [InlineData("window=a", "window", "from 1 to 3660")]
    [InlineData("window=7.5", "window", "from 1 to 3660")]
    [InlineData("window=7&window=7", "window", "once")]
    [InlineData("window=99999999999999999999", "window", "from 1 to 3660")]
    [InlineData("step=7", "step", "window")]
    [InlineData("from=yesterday", "from", "Write a date")]
    [InlineData("actor=US", "actor", "Repeat actor= for several")]
    [InlineData("topic=%00", "topic", "Repeat topic= for several")]
    [InlineData("v=2", "v", "v=1")]
    [InlineData("knownAt=never", "knownAt", "Write a date")]
    [InlineData("normalization=cosine", "normalization", "normalisation")]
    [InlineData("asOf=2025-08-20", "asOf", "from, to, kind")]
    [InlineData("format=gexf", "format", "json, graphml, csv")]
    [InlineData("format=csv&format=csv", "format", "once")]
    public async Task What_cannot_be_read_is_named_with_what_can(string query, string parameter, string words)
    {
        var problem = await tracker.RefusesAsync(400, "bad-parameter", () => tracker.Public.GetAsync($"/api/network?{query}"), query);

        problem.ErrorAt(parameter).Should().Contain(words);
    }

    [Theory]
    [InlineData("window=0", "window")]
    [InlineData("window=-1", "window")]
    [InlineData("window=3661", "window")]
    [InlineData("window=7&step=0", "step")]
    [InlineData("window=7&step=9223372036854775807", "step")]
    [InlineData("window=1&from=2020-01-01&to=2025-12-31", "step")]
    [InlineData("window=1&from=0001-01-01&to=9999-12-31", "step")]
    public async Task What_is_out_of_range_is_named(string query, string parameter) =>
        (await tracker.RefusesAsync(422, "out-of-range", () => tracker.Public.GetAsync($"/api/network?{query}"), query)).ErrorAt(parameter).Should().NotBeEmpty();

    [Theory]
    [InlineData("normalisation=cosine", "normalisation")]
    [InlineData("kind=two-mode&nodes=topics", "nodes")]
    [InlineData("window=7&format=csv", "window")]
    [InlineData("kind=conflict&window=7&step=1&format=graphml", "window")]
    [InlineData("explain=true&format=csv", "explain")]
    public async Task What_has_no_meaning_together_is_refused(string query, string parameter) =>
        (await tracker.RefusesAsync(422, "not-together", () => tracker.Public.GetAsync($"/api/network?{query}"), query)).ErrorAt(parameter).Should().NotBeEmpty();

    [Theory]
    [InlineData("from=2025-08-20&to=2025-08-04")]
    [InlineData("from=2025-08-20T12:00:00Z&to=2025-08-20T11:59:59Z&format=csv")]
    [InlineData("from=2025-08-20&to=2025-08-19&window=7&knownAt=seq:0&v=1")]
    public async Task A_period_that_ends_before_it_begins_is_refused(string query) =>
        (await tracker.RefusesAsync(422, "ends-before-it-begins", () => tracker.Public.GetAsync($"/api/network?{query}"), query)).ErrorAt("to").Should().Contain("from");

    [Fact]
    public async Task A_moment_that_is_unknown_is_refused_in_every_format() =>
        await tracker.RefusesAsync(422, "unknown-moment", () => tracker.Public.GetAsync("/api/network?format=csv&knownAt=seq:999999"));

    [Fact]
    public async Task Where_none_of_the_formats_is_accepted_there_is_none() =>
        await tracker.RefusesAsync(406, "not-acceptable-format", () => tracker.Public.SendAsync(new(HttpMethod.Get, "/api/network") { Headers = { { "Accept", "image/png" } } }));

    [Theory]
    [InlineData("application/graphml+xml", "application/graphml+xml")]
    [InlineData("text/csv", "text/csv")]
    [InlineData("*/*", "application/json")]
    [InlineData("text/html;q=0.9, application/json;q=0.1, text/*;q=0.5", "text/csv")]
    public async Task The_format_that_is_wanted_most_is_answered(string accept, string type)
    {
        using var response = await tracker.Public.SendAsync(new(HttpMethod.Get, "/api/network") { Headers = { { "Accept", accept } } });

        response.Content.Headers.ContentType!.MediaType.Should().Be(type);
    }
}

public sealed class NetworksWhereReadingIsClosed(ClosedTracker tracker) : IClassFixture<ClosedTracker>
{
    [Theory]
    [InlineData("/api/network")]
    [InlineData("/api/network?format=graphml")]
    [InlineData("/api/network?kind=nonsense")]
    public async Task A_key_is_needed(string path) => await tracker.RefusesAsync(401, "not-authenticated", () => tracker.Public.GetAsync(path), path);

    [Fact]
    public async Task Who_has_one_reads_and_no_shared_cache_keeps_it()
    {
        using var response = await tracker.Admin.GetAsync("/api/network?knownAt=seq:0&v=1");

        response.EnsureSuccessStatusCode();
        response.Headers.CacheControl!.Private.Should().BeTrue();
        response.Headers.Vary.Should().Contain("Authorization");
    }
}
