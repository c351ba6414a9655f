using System.Globalization;
using System.Net;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Reading;

namespace GuaranteeTracker.Api.Tests.Mementos;

public sealed class NegotiatingInDatetime(Scene scene) : IClassFixture<Scene>, IDisposable
{
    private const string Picture = "/api/picture?asOf=2025-08-20&topic=us-air-support", Gate = "/timegate" + Picture, Map = "/timemap" + Picture;

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = scene.Tracker.Public.BaseAddress };

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task A_TimeGate_redirects_and_says_what_it_chose_from(string method)
    {
        var mementos = (await _client.TimeMapAsync(Map)).With("memento").ToList();

        using var found = await _client.NegotiateAsync(Gate, null, new(method));

        found.StatusCode.Should().Be(HttpStatusCode.Found);
        found.Headers.Vary.Should().Equal("accept-datetime");
        found.Headers.Contains("Memento-Datetime").Should().BeFalse("it is no memento");
        found.Headers.Location!.OriginalString.Should().Be(mementos[^1].Target, "without Accept-Datetime the last one is meant");
        var links = found.Links();
        links.With("original").Should().ContainSingle().Which.Target.Should().Be("https://tracker.example.org" + Picture);
        links.With("timemap").Should().ContainSingle().Which.Target.Should().Be("https://tracker.example.org" + Map);
        links.With("first").Single().Target.Should().Be(mementos[0].Target);
        links.With("first").Single().Datetime.Should().Be(mementos[0].Datetime);
        links.With("prev").Single().Target.Should().Be(mementos[^2].Target);
        links.With("last").Single().Target.Should().Be(mementos[^1].Target);
        links.With("next").Should().BeEmpty();
        links.With("memento").Should().OnlyContain(link => link.Attributes.ContainsKey("datetime"));
    }

    [Fact]
    public async Task What_is_before_the_first_leads_to_the_first_and_what_is_after_the_last_to_the_last()
    {
        var mementos = (await _client.TimeMapAsync(Map)).With("memento").ToList();

        using var early = await _client.NegotiateAsync(Gate, "Wed, 20 Aug 2003 21:30:00 GMT");
        using var late = await _client.NegotiateAsync(Gate, "Mon, 20 Aug 2300 21:30:00 GMT");

        early.Headers.Location!.OriginalString.Should().Be(mementos[0].Target);
        early.Links().With("prev").Should().BeEmpty();
        early.Links().With("next").Single().Target.Should().Be(mementos[1].Target);
        late.Headers.Location!.OriginalString.Should().Be(mementos[^1].Target);
    }

    [Fact]
    public async Task Every_memento_carries_the_datetime_that_the_TimeMap_gives_and_leads_back()
    {
        foreach (var memento in (await _client.TimeMapAsync(Map)).With("memento"))
        {
            foreach (var _ in Enumerable.Range(0, 3)) // fresh, and from what is kept
            {
                using var pinned = await _client.GetAsync(memento.Local);

                pinned.StatusCode.Should().Be(HttpStatusCode.OK);
                pinned.Headers.GetValues("Memento-Datetime").Should().Equal(memento.Attributes["datetime"]);
                pinned.Headers.CacheControl!.Extensions.Should().Contain(extension => extension.Name == "immutable");
                pinned.Links().Select(link => (link.Relations.Single(), link.Local)).Should().Equal(("original", Picture), ("timegate", Gate), ("timemap", Map));
            }
        }
    }

    [Theory]
    [InlineData("/api/picture?asOf=2025-08-20&topic=us-air-support", "/api/picture?asOf=2025-08-20&topic=us-air-support")]
    [InlineData("/api/picture?topic=us-air-support&asOf=2025-08-20T12:00%2B02:00&view=cells", "/api/picture?asOf=2025-08-20T10:00:00Z&topic=us-air-support&view=cells")]
    [InlineData("/api/timeline?to=2025-08-20&actor=us", "/api/timeline?to=2025-08-20T23:59:59.999999Z&actor=us")]
    public async Task An_original_names_its_TimeGate_and_TimeMap_and_does_not_vary_by_datetime(string address, string original)
    {
        using var answer = await _client.GetAsync(address);

        answer.Headers.Vary.Should().NotContain(vary => vary.Equals("Accept-Datetime", StringComparison.OrdinalIgnoreCase));
        answer.Headers.Contains("Memento-Datetime").Should().BeFalse();
        answer.Links().Select(link => (link.Relations.Single(), link.Local)).Should().Equal(("timegate", "/timegate" + original), ("timemap", "/timemap" + original));

        using var again = await _client.NegotiateAsync("/timegate" + original, null);
        again.Links().With("original").Single().Local.Should().Be(original);
        using var memento = await _client.GetAsync(again.Headers.Location!.PathAndQuery);
        memento.Links().With("original").Single().Local.Should().Be(original);
    }

    [Fact]
    public async Task Without_a_D_the_current_date_is_meant()
    {
        var before = Today();

        using var answer = await _client.GetAsync("/api/picture");
        using var found = await _client.NegotiateAsync("/timegate/api/picture", null);

        string[] meant = [$"/api/picture?asOf={before}", $"/api/picture?asOf={Today()}"]; // midnight may pass between
        answer.Links().With("timegate").Single().Local.Should().BeOneOf(meant.Select(original => "/timegate" + original));
        found.Links().With("original").Single().Local.Should().BeOneOf(meant);
        found.Headers.Location!.PathAndQuery.Should().StartWith(found.Links().With("original").Single().Local + "&knownAt=seq:");
    }

    [Fact]
    public async Task Before_the_first_checkpoint_an_answer_is_no_memento_and_other_resources_have_none()
    {
        using var nothing = await _client.GetAsync("/api/picture?asOf=2025-08-20&knownAt=2003-01-01&v=1");
        nothing.Headers.Contains("Memento-Datetime").Should().BeFalse();
        nothing.Links().With("original").Should().ContainSingle();

        using var cell = await _client.GetAsync("/api/positions/us/us-air-support?knownAt=seq:1");
        cell.Headers.Contains("Memento-Datetime").Should().BeFalse();
        cell.Headers.Contains("Link").Should().BeFalse();
    }

    [Theory]
    [InlineData("Thu, 20 Aug 2025 21:30:00 GMT")] // a Wednesday
    [InlineData("2025-08-20")]
    [InlineData("Wed, 20 Aug 2025 21:30:00 +0000")]
    [InlineData("Wed, 20 Aug 2025 21:30:00 EST")]
    [InlineData("wed, 31 Sep 2025 21:30:00 GMT")]
    [InlineData("Wed, 20 Aug 25 21:30:00 GMT")]
    [InlineData("Wednesday, 20-Aug-25 21:30:00 GMT")]
    [InlineData("Wed, 20 Aug 2025 25:30:00 GMT")]
    [InlineData("Wed, 20 Aug 2025 21:30:00 GMT, Wed, 20 Aug 2025 21:30:00 GMT")]
    [InlineData("")]
    public async Task A_malformed_datetime_is_refused(string datetime)
    {
        using var refused = await _client.NegotiateAsync(Gate, datetime);

        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        var problem = await refused.JsonAsync();
        problem["type"]!.GetValue<string>().Should().Be("/problems/bad-header");
        problem["errors"]!["Accept-Datetime"].Should().NotBeNull();
    }

    [Theory]
    [InlineData("/timegate/picture?topic=No Slug")]
    [InlineData("/timegate/picture?asOf=2025-02-30")]
    [InlineData("/timegate/api/picture?view=all")]
    [InlineData("/timegate/timeline?from=soon")]
    [InlineData("/timemap/timeline?actor=;")]
    [InlineData("/timemap/picture?after=-1")]
    [InlineData("/timemap/picture?after=1&after=2")]
    public async Task What_the_original_refuses_its_TimeGate_and_TimeMap_refuse(string address)
    {
        using var refused = await _client.GetAsync(address);

        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await refused.JsonAsync())["type"]!.GetValue<string>().Should().Be("/problems/bad-parameter");
    }

    [Theory]
    [InlineData("/timemap/picture?asOf=2025-08-20")]
    [InlineData("/timemap/timeline")]
    public async Task A_TimeMap_tells_the_span_of_its_mementos(string address)
    {
        var map = await _client.TimeMapAsync(address);

        map[0].Relations.Should().Equal("original");
        map.With("timegate").Single().Local.Should().Be(address.Replace("timemap", "timegate", StringComparison.Ordinal));
        var self = map.With("self").Single();
        var mementos = map.With("memento").ToList();
        self.Local.Should().Be(address);
        self.Attributes["from"].Should().Be(mementos[0].Attributes["datetime"]);
        self.Attributes["until"].Should().Be(mementos[^1].Attributes["datetime"]);
        mementos[0].Relations.Should().Contain("first");
        mementos[^1].Relations.Should().Contain("last");
        mementos.Select(memento => memento.Sequence).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
    }

    private static string Today() => DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
