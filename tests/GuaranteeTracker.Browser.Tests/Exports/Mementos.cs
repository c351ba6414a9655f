using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Browser.Tests.Readers;
using static GuaranteeTracker.Browser.Tests.Exports.Item;

namespace GuaranteeTracker.Browser.Tests.Exports;

/// <summary>Somebody who knows an original's address and a moment, and follows the links that http-link-header reads (RFC 7089).</summary>
[Collection(AtHostileHome.Name)]
public sealed class Mementos(HostileHome home) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = home.Tracker.Public.BaseAddress };

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData("/api/picture?asOf=2025-08-20")]
    [InlineData("/api/picture?asOf=2025-08-20&actor=russia&topic=security-guarantees")]
    [InlineData("/api/timeline")]
    [InlineData("/api/timeline?actor=russia&from=2025-08-18")]
    public async Task From_an_original_a_moment_leads_to_what_was_known_then(string address)
    {
        using var original = await _client.GetAsync(address);
        var links = await LinksAsync(original);
        var moments = (await MapAsync(links)).With("memento").Select(link => Text(link["datetime"])).Distinct().ToList();
        moments.Should().NotBeEmpty();

        foreach (var moment in moments)
        {
            using var memento = await NegotiateAsync(links, moment);

            DatetimeOf(memento).Should().BeOnOrBefore(Read(moment));
            var then = Read(moment).AddSeconds(1).AddMicroseconds(-1).Write();
            Content(await memento.JsonAsync()).Should().Be(Content(await _client.GetJsonAsync($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}knownAt={then}&v=1")), moment);
            var back = await LinksAsync(memento);
            (back.To("timegate"), back.To("timemap")).Should().Be((links.To("timegate"), links.To("timemap")));
            Content(await _client.GetJsonAsync(back.To("original"))).Should().Be(Content(await _client.GetJsonAsync(address)));
        }
    }

    [Theory]
    [InlineData("/picture?asOf=2025-08-20")]
    [InlineData("/picture?asOf=2025-08-20&actor=russia")]
    [InlineData("/timeline")]
    [InlineData("/timeline?from=2025-08-18&to=2025-08-20&topic=security-guarantees")]
    public async Task From_a_page_a_moment_leads_to_a_page_of_then_that_leads_back(string address)
    {
        using var original = await _client.GetAsync(address);
        var links = await LinksAsync(original);

        foreach (var moment in (await MapAsync(links)).With("memento").Select(link => Text(link["datetime"])).Distinct())
        {
            using var memento = await NegotiateAsync(links, moment);

            memento.StatusCode.Should().Be(HttpStatusCode.OK);
            memento.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
            DatetimeOf(memento).Should().BeOnOrBefore(Read(moment));
            var back = await LinksAsync(memento);
            (back.To("timegate"), back.To("timemap")).Should().Be((links.To("timegate"), links.To("timemap")));
            using var again = await _client.GetAsync(back.To("original"));
            (await LinksAsync(again)).To("timegate").Should().Be(links.To("timegate"));
        }
    }

    [Fact]
    public async Task A_moment_before_the_record_leads_to_the_first_memento_and_one_after_it_to_the_last()
    {
        using var original = await _client.GetAsync("/api/picture?asOf=2025-08-20");
        var links = await LinksAsync(original);
        var map = await MapAsync(links);

        using var early = await NegotiateAsync(links, "Thu, 01 Jan 2004 00:00:00 GMT");
        using var late = await NegotiateAsync(links, "Fri, 01 Jan 2100 00:00:00 GMT");

        DatetimeOf(early).Should().Be(Read(Text(map.With("first").Single()["datetime"])));
        early.RequestMessage!.RequestUri!.ToString().Should().Be(map.To("first"));
        late.RequestMessage!.RequestUri!.ToString().Should().Be(map.To("last"));
        var last = Content(await late.JsonAsync());
        Content(await early.JsonAsync()).Should().NotBe(last);
        Content(await original.JsonAsync()).Should().Be(last);
    }

    /// <returns>The memento, redirects followed.</returns>
    private async Task<HttpResponseMessage> NegotiateAsync(Links links, string moment)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, links.To("timegate"));
        request.Headers.TryAddWithoutValidation("Accept-Datetime", moment);
        using var found = await _client.SendAsync(request);
        found.StatusCode.Should().Be(HttpStatusCode.Found);
        found.Headers.Vary.Should().ContainSingle(name => name.Equals("Accept-Datetime", StringComparison.OrdinalIgnoreCase));

        var chosen = await LinksAsync(found);
        chosen.To("timemap").Should().Be(links.To("timemap"));
        chosen.With("memento").Should().ContainSingle(link => Text(link["uri"]) == found.Headers.Location!.OriginalString);
        return await _client.GetAsync(found.Headers.Location);
    }

    private async Task<Links> MapAsync(Links links)
    {
        using var map = await _client.GetAsync(links.To("timemap"));
        map.Content.Headers.ContentType!.MediaType.Should().Be("application/link-format");
        var read = new Links([.. (await Reader.LinksAsync(await map.Content.ReadAsStringAsync())).AsArray().Select(link => link!)]);
        read.To("self").Should().Be(links.To("timemap"));
        read.To("timegate").Should().Be(links.To("timegate"));
        return read;
    }

    private static async Task<Links> LinksAsync(HttpResponseMessage response) =>
        new([.. (await Reader.LinksAsync(string.Join(", ", response.Headers.GetValues("Link")))).AsArray().Select(link => link!)]);

    /// <summary>What is told, less what tells of K.</summary>
    private static string Content(JsonObject answer)
    {
        answer.Remove("known").Should().BeTrue();
        return answer.ToJsonString();
    }

    private static DateTime DatetimeOf(HttpResponseMessage memento) => Read(memento.Headers.GetValues("Memento-Datetime").Single());

    private static DateTime Read(string moment) => DateTime.ParseExact(moment, "r", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);

    /// <summary>Links as http-link-header reads them: one for each relation.</summary>
    private sealed record Links(IReadOnlyList<JsonNode> All)
    {
        public IEnumerable<JsonNode> With(string relation) => All.Where(link => Text(link["rel"]) == relation);

        /// <summary>Where the only link of a relation leads.</summary>
        public string To(string relation) => Text(With(relation).Should().ContainSingle(relation).Which["uri"]);
    }
}
