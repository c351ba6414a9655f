using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Importing;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Replaying;

namespace GuaranteeTracker.Api.Tests.Moving;

/// <summary>A record with every kind of event, exported and imported into an empty store.</summary>
public sealed class ThereAndBack(EventfulRecord record) : IClassFixture<EventfulRecord>, IAsyncLifetime
{
    private readonly Tracker _other = new();

    public Task InitializeAsync() => _other.InitializeAsync();

    public Task DisposeAsync() => _other.DisposeAsync();

    [Fact]
    public async Task An_import_leads_to_the_same_pictures_and_the_same_export_and_a_second_one_records_nothing()
    {
        var lines = await record.Tracker.ExportAsync();

        var (report, told) = await _other.ImportAsync(lines);

        told.Should().BeEmpty();
        report.Should().Be(new ImportReport(lines.Count - 1, 0, 0, 0));
        (await _other.PicturesAsync()).Should().Equal(await record.Tracker.PicturesAsync());
        Carrying.ByThing(await _other.ExportAsync()).Should().Equal(Carrying.ByThing(lines));

        (await _other.ImportAsync(lines)).Report.Should().Be(new ImportReport(0, lines.Count - 1, 0, 0));
        (await record.Tracker.ImportAsync(lines)).Report.Should().Be(new ImportReport(0, lines.Count - 1, 0, 0), "it is where it came from");
        (await _other.EventsAsync()).Should().Be(lines.Count - 1);
    }

    [Fact]
    public async Task The_same_goes_over_HTTP()
    {
        var lines = await record.Tracker.ExportAsync();
        using var remote = _other.RemoteImporter();

        var (report, told) = await remote.ImportAsync(lines);

        told.Should().BeEmpty();
        report.Should().Be(new ImportReport(lines.Count - 1, 0, 0, 0));
        (await _other.PicturesAsync()).Should().Equal(await record.Tracker.PicturesAsync());
        Carrying.ByThing(await _other.ExportAsync()).Should().Equal(Carrying.ByThing(lines));
        (await remote.ImportAsync(lines)).Report.Should().Be(new ImportReport(0, lines.Count - 1, 0, 0));
    }

    [Fact]
    public async Task An_import_that_was_cut_short_anywhere_is_completed_by_sending_all_again()
    {
        var lines = await record.Tracker.ExportAsync();
        foreach (var cut in Enumerable.Range(1, 5).Select(part => part * lines.Count / 6))
        {
            var (part, told) = await _other.ImportAsync(lines.Take(cut));

            part.Should().Match<ImportReport>(done => done.Recorded + done.Repeated == cut - 1 && done.Refused == 0 && done.Lost == 1);
            told.Should().Equal($"line 1: The head says that {lines.Count - 1} lines follow, and {cut - 1} do: the file was cut short, or changed.");
        }

        (await _other.ImportAsync(lines)).Report.IsWhole.Should().BeTrue();
        Carrying.ByThing(await _other.ExportAsync()).Should().Equal(Carrying.ByThing(lines));
    }

    [Fact]
    public async Task Every_kind_of_event_is_in_it_with_words_as_they_were()
    {
        var lines = (await record.Tracker.ExportAsync()).Select(line => JsonNode.Parse(line)!).ToList();

        lines[0].ToJsonString().Should().StartWith($$"""{"type":"export","v":1,"query":"","period":"../..","count":{{lines.Count - 1}},"known":{"sequence":""");
        lines[0]["pinned"]!.GetValue<string>().Should().MatchRegex(@"^https://tracker\.example\.org/api/picture\?asOf=.+&knownAt=seq:\d+&v=1&view=cells$");
        lines[1..].Select(line => line["type"]!.GetValue<string>()).Distinct().Should().BeEquivalentTo(
            "actor", "topic", "source", "claim", "correction", "retraction", "dispute", "resolution", "withdrawal", "encounter", "encounter-correction");
        lines[1..].Select(line => line["recorded"]!["sequence"]!.GetValue<long>()).Should().BeInAscendingOrder();
        var trump = lines.Where(line => line["id"]?.GetValue<string>() == "donald-trump").ToList();
        trump.Select(line => line["version"]!.GetValue<int>()).Should().Equal(Enumerable.Range(1, trump.Count), "each difference is an event, and a line");
        trump[^1]["mandates"]!.ToJsonString().Should().Be("""[{"for":"us","from":"2025-01-20"}]""");
    }

    [Fact]
    public async Task What_was_known_at_an_earlier_moment_is_what_an_import_of_then_leads_to()
    {
        var lines = await record.Tracker.ExportAsync();
        var sequence = JsonNode.Parse(lines[lines.Count / 2])!["recorded"]!["sequence"]!.GetValue<long>();

        var earlier = await record.Tracker.ExportAsync($"seq:{sequence}");

        earlier.Skip(1).Should().Equal(lines.Skip(1).Take(lines.Count / 2));
        var pinned = new Uri(JsonNode.Parse(earlier[0])!["pinned"]!.GetValue<string>()).PathAndQuery;
        (await _other.ImportAsync(earlier)).Report.IsWhole.Should().BeTrue();
        await _other.SettleAsync();
        var (there, here) = (await record.Tracker.Public.GetStringAsync(pinned), await _other.Public.GetStringAsync(pinned[..pinned.IndexOf("&knownAt", StringComparison.Ordinal)] + "&view=cells"));
        here[here.IndexOf("\"topics\"", StringComparison.Ordinal)..].Should().Be(there[there.IndexOf("\"topics\"", StringComparison.Ordinal)..]);
    }
}
