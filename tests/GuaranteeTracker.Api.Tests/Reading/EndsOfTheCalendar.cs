using System.Net;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Reading;

/// <summary>Whatever is asked for up to the calendar's ends is answered.</summary>
public sealed class EndsOfTheCalendar(RecordOfAllTime record) : IClassFixture<RecordOfAllTime>, IDisposable
{
    private static readonly string[]
        _dated =
        [
            "/picture?", "/topics?", "/actors?", "/picture.svg?", "/picture.png?",
            "/api/picture?", "/api/picture?view=cells&", "/api/picture?format=csv&", "/api/contradictions?",
        ],
        _periodic =
        [
            "/timeline?", "/timeline.svg?", "/timeline.png?", "/topics/us-air-support?", "/actors/us?",
            "/api/timeline?", "/api/timeline?format=csv&", "/api/timeline?format=timelinejs&", "/api/timeline?format=atom&", "/api/timeline?format=ics&",
        ],
        _networks = ["/api/polarisation?", "/network?", "/api/network?", "/api/network?kind=subtract&nodes=topics&", "/api/network?format=graphml&", "/api/network?format=csv&duplicates=week&"],
        _pinned = ["/snapshots", "/embed/snapshots"],
        _compared = ["/compare?", "/api/picture/changes?"],
        _maps = ["/timemap/timeline?", "/timemap/api/timeline?"];

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = record.Tracker.Public.BaseAddress };

    public static TheoryData<string> Days => new() { "0001-01-01", "0001-01-01T00:00:00Z", "0001-12-31", "9999-12-30", "9999-12-31", "9999-12-31T23:59:59.999999Z" };

    public void Dispose() => _client.Dispose();

    [Theory]
    [MemberData(nameof(Days))]
    public async Task As_D(string day)
    {
        await AnswersAsync(from path in _dated from k in new[] { "", $"&knownAt=seq:{record.Sequence}&v=1", "&knownAt=seq:0" } select $"{path}asOf={day}{k}");
        await AnswersAsync(from k in new[] { record.Sequence, 0 } from path in _pinned select $"{path}/{day}/seq:{k}");
        await AnswersAsync([$"/oembed?url=https://tracker.example.org/snapshots/{day}/seq:{record.Sequence}", $"/timemap/picture?asOf={day}", $"/timemap/api/picture?asOf={day}"]);
        await AnswersAsync([$"/snapshots?asOf={day}", $"/timegate/picture?asOf={day}", $"/timegate/api/picture?asOf={day}"], HttpStatusCode.Found);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task As_the_beginning_or_the_end_of_a_period(string day)
    {
        string[] periods = [$"from={day}", $"to={day}", $"from={day}&to={day}", $"from={day}&to=2025-08-20", $"from=2025-08-20&to={day}", $"from=0001-01-01&to={day}", $"from={day}&to=9999-12-31"];
        await AnswersAsync(from path in _periodic from period in periods from k in new[] { "", $"&knownAt=seq:{record.Sequence}&v=1" } select path + period + k);
        await AnswersAsync(
            from path in _networks from period in periods from k in new[] { "", $"&knownAt=seq:{record.Sequence}&v=1" } where !EndsBeforeItBegins(period, day) select path + period + k);
        await AnswersAsync(from path in _networks from period in periods where EndsBeforeItBegins(period, day) select path + period, HttpStatusCode.UnprocessableEntity);
        await AnswersAsync(from path in _compared from period in periods from k in new[] { "", $"&knownFrom=seq:0&knownTo=seq:{record.Sequence}&v=1" } select path + period + k);
        await AnswersAsync(from path in _maps from period in periods select path + period);
        await AnswersAsync(from path in _maps from period in periods select path.Replace("timemap", "timegate", StringComparison.Ordinal) + period, HttpStatusCode.Found);
    }

    private static bool EndsBeforeItBegins(string period, string day) =>
        string.CompareOrdinal(day, "2025") < 0 ? period.StartsWith("from=2025", StringComparison.Ordinal) : period.EndsWith("to=2025-08-20", StringComparison.Ordinal);

    [Fact]
    public Task Where_no_day_is_asked_for() => AnswersAsync(
    [
        "/picture", "/topics", "/actors", "/sources", "/timeline", "/compare", "/network", "/topics/us-air-support", "/actors/us", $"/claims/{record.Claim}", $"/sources/{record.Source}",
        "/picture.svg", "/picture.png", "/timeline.svg", "/timeline.png", "/topics/us-air-support.svg", "/topics/us-air-support.png", "/actors/us.svg", "/actors/us.png",
        "/api/positions/us/us-air-support", "/api/picture/changes", "/api/encounters?limit=3", $"/api/claims/{record.Claim}", "/sitemap.xml", "/timemap/timeline",
    ]);

    [Fact]
    public async Task A_K_before_the_record_holds_nothing_and_one_after_it_is_unknown()
    {
        await AnswersAsync(["/picture?asOf=2025-08-20&knownAt=0001-01-01", "/api/picture?asOf=2025-08-20&knownAt=0001-01-01T00:00:00Z"]);
        await AnswersAsync(["/picture?asOf=2025-08-20&knownAt=9999-12-31", "/api/picture?asOf=2025-08-20&knownAt=9999-12-31T23:59:59.999999Z"], HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task What_is_said_of_the_first_year_counts_from_its_end_and_not_before()
    {
        (await StanceAsync("0001-01-01")).Should().Be("opposes", "the day's claim counts at its end, later than the instant's");
        (await StanceAsync("0001-12-30")).Should().Be("opposes");
        (await StanceAsync("0001-12-31")).Should().Be("supports");
        (await StanceAsync("9999-12-31")).Should().NotBeNull();

        async Task<string?> StanceAsync(string day) => Subject.Position(await record.Tracker.Public.GetStringAsync($"/api/picture?asOf={day}&actor=us"))?["stance"]!.GetValue<string>();
    }

    [Fact]
    public async Task A_timeline_begins_on_the_first_day_and_ends_on_the_last()
    {
        var days = (await record.Tracker.Public.GetJsonAsync("/api/timeline"))["items"]!.AsArray().Select(item => item!["at"]!.GetValue<string>()).ToList();

        days[0].Should().StartWith("0001-01-01T00:00:00");
        days[^1].Should().StartWith("9999-12-31T23:59:59");
    }

    [Fact]
    public async Task What_ends_on_the_last_day_has_an_end()
    {
        var page = await record.Tracker.Public.OpenAsync("/timeline?from=9999-12-31");

        page.WordsOf("h2").Should().Contain("31 December 9999");
    }

    private async Task AnswersAsync(IEnumerable<string> addresses, HttpStatusCode status = HttpStatusCode.OK)
    {
        foreach (var address in addresses)
        {
            using var response = await _client.AskForPageAsync(address);
            response.StatusCode.Should().Be(status, address);
        }
    }
}
