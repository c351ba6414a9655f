using System.Text.Json.Nodes;

namespace GuaranteeTracker.Api.Tests.Reading;

public sealed class ReadingPositions(Scene scene) : IClassFixture<Scene>
{
    [Fact]
    public async Task A_cells_history_holds_its_claims_shifts_and_contradictions()
    {
        var cell = JsonNode.Parse(await scene.GetAsync("/api/positions/us/us-air-support"))!.AsObject();

        cell.Select(member => member.Key).Should().Equal("known", "actor", "topic", "claims", "shifts", "contradictions");
        cell["claims"]!.AsArray().Select(claim => claim!["claim"]!.GetValue<string>())
            .Should().Equal([Scene.Minister, Scene.ToldByRussia, Scene.Trump, Scene.ToldByUk], "they come in the order in which they took effect");
        cell["shifts"]!.ToJsonString().Should().Be(
            $$"""[{"kind":"reversal","before":"opposes","after":"open","on":"2025-08-18","onKind":"on","from":"{{Scene.Minister}}","claim":"{{Scene.Trump}}"}]""");
        cell["contradictions"]!.AsArray().Select(contradiction => contradiction!["kind"]!.GetValue<string>())
            .Should().Equal("denied-hearsay", "split-voice", "unconfirmed-hearsay");
    }

    [Fact]
    public async Task A_cells_history_is_as_it_was_known()
    {
        var recorded = JsonNode.Parse(await scene.GetAsync($"/api/claims/{Scene.ToldByRussia}/history"))!["events"]![0]!["sequence"]!.GetValue<long>();

        var cell = JsonNode.Parse(await scene.GetAsync($"/api/positions/us/us-air-support?knownAt=seq:{recorded - 1}"))!;

        cell["known"]!["sequence"]!.GetValue<long>().Should().Be(recorded - 1);
        cell["claims"]!.AsArray().Select(claim => claim!["claim"]!.GetValue<string>()).Should().Equal(Scene.Minister, Scene.Trump);
    }

    [Fact]
    public async Task A_cell_without_claims_has_an_empty_history() =>
        JsonNode.Parse(await scene.GetAsync("/api/positions/uk/coop"))!["claims"]!.AsArray().Should().BeEmpty();

    [Fact]
    public async Task Contradictions_are_those_of_the_picture_and_of_what_is_shown()
    {
        foreach (var query in new[] { "asOf=2025-08-20", "asOf=2025-08-18", "asOf=2025-08-20&actor=russia", "asOf=2025-08-20&topic=us-air-support", $"asOf=2025-08-20&knownAt=seq:{scene.Sequence - 6}" })
        {
            var answer = JsonNode.Parse(await scene.GetAsync($"/api/contradictions?{query}"))!.AsObject();
            var picture = JsonNode.Parse(await scene.GetAsync($"/api/picture?{query}"))!;

            answer.Select(member => member.Key).Should().Equal("asOf", "known", "contradictions");
            foreach (var member in answer)
            {
                member.Value!.ToJsonString().Should().Be(picture[member.Key]!.ToJsonString(), query);
            }
        }
    }
}
