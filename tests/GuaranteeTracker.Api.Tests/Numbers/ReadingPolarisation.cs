using System.Text.Json.Nodes;

namespace GuaranteeTracker.Api.Tests.Numbers;

public sealed class ReadingPolarisation(RecordedApproach approach) : IClassFixture<RecordedApproach>
{
    [Fact]
    public async Task Each_window_has_its_split_with_what_it_is_made_of()
    {
        var answer = await approach.PolarisationAsync("topic=trade&from=2025-08-04&to=2025-08-24&window=7");

        answer.Select(member => member.Key).Should().Equal("known", "period", "duplicates", "window", "step", "series");
        answer["period"]!.ToJsonString().Should().Be("""{"from":"2025-08-04T00:00:00Z","to":"2025-08-24T23:59:59.999999Z"}""");
        answer["series"]!.AsArray().Select(window => window!.ToJsonString()).Should().Equal(
            """{"from":"2025-08-04","to":"2025-08-10","modularity":0.5,"groups":[["belarus","russia"],["eu","uk"]],"actors":4,"claims":4,"edges":2}""",
            """{"from":"2025-08-11","to":"2025-08-17","modularity":0,"groups":[["eu","russia"],[]],"actors":2,"claims":2,"edges":1}""",
            """{"from":"2025-08-18","to":"2025-08-24","modularity":null,"groups":[],"actors":1,"claims":1,"edges":0}""");
    }

    [Theory]
    [InlineData("", "2025-08-01 2025-08-19")]
    [InlineData("topic=trade", "2025-08-04 2025-08-19")]
    [InlineData("from=2025-08-05&to=2025-08-06", "2025-08-05 2025-08-06")]
    [InlineData("topic=trade&window=14&step=7", "2025-08-04 2025-08-17, 2025-08-11 2025-08-19")]
    [InlineData("topic=nothing", "")]
    [InlineData("knownAt=seq:0", "")]
    public async Task Windows_are_those_of_networks(string query, string windows) =>
        string.Join(", ", (await approach.PolarisationAsync(query))["series"]!.AsArray().Select(window => $"{window!["from"]} {window["to"]}")).Should().Be(windows);

    [Theory]
    [InlineData("topic=trade&to=2025-08-17", "eu uk | ", 6, 1)] // eu – uk 2, eu – russia 2 − 2, russia – belarus 1 − 1
    [InlineData("topic=trade&from=2025-08-04&to=2025-08-10", "belarus russia | eu uk", 4, 2)]
    [InlineData("topic=troops&duplicates=range", "eu uk ukraine us | ", 5, 6)] // russia is with nobody
    public async Task Who_disagrees_as_much_as_agrees_is_not_tied(string query, string groups, int claims, int edges)
    {
        var split = (await approach.PolarisationAsync(query))["series"]!.AsArray().Single()!;

        string.Join(" | ", split["groups"]!.AsArray().Select(group => string.Join(' ', group!.AsArray().Select(id => id!.GetValue<string>())))).Should().Be(groups);
        (split["claims"]!.GetValue<int>(), split["edges"]!.GetValue<int>()).Should().Be((claims, edges));
    }

    [Fact]
    public async Task Duplicates_are_counted_as_in_networks()
    {
        var whole = Split(await approach.PolarisationAsync("topic=trade&duplicates=range&to=2025-08-17"));

        whole["claims"]!.GetValue<int>().Should().Be(5, "what eu said twice counts once");
        (await approach.PolarisationAsync("duplicates=week"))["duplicates"]!.GetValue<string>().Should().Be("week");
    }

    private static JsonNode Split(JsonNode answer) => answer["series"]!.AsArray().Single()!;
}
