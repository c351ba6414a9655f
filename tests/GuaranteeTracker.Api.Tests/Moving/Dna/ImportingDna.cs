using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Importing;
using GuaranteeTracker.Api.Replaying;
using GuaranteeTracker.Api.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace GuaranteeTracker.Api.Tests.Moving.Dna;

public sealed class ImportingDna(Tracker tracker) : IClassFixture<Tracker>
{
    private const string First = "𝕎 The minister said troops must go.\r\nThe minister said it again: “troops must go”.";
    private const string Second = "Troops must never go, said the minister. The senate wants sanctions.";

    [Fact]
    public async Task A_database_is_recorded_whole_and_a_second_time_nothing_is_new()
    {
        using var file = DnaFile.Database();
        file.Document(1, First, DnaFile.August20);
        file.Document(2, Second, DnaFile.August20 + 86_400);
        var text = First.Replace("\r\n", "\n", StringComparison.Ordinal);
        file.Statement(1, 1, text.LastIndexOf("troops", StringComparison.Ordinal), text.LastIndexOf("troops", StringComparison.Ordinal) + "troops must go".Length);
        file.Statement(2, 2, 0, "Troops must never go".Length, agreement: 0);
        file.Statement(3, 2, Second.IndexOf("The senate", StringComparison.Ordinal), Second.Length, person: null, organisation: "Senate", concept: "There should be sanctions.");
        var steps = (await file.ReadAsync()).OfType<ImportStep>().Select(item => item.Step).ToList();
        var record = tracker.Services.GetRequiredService<LocalRecord>();

        var once = await Replay.RunAsync(steps, record, _ => { }, CancellationToken.None);
        var twice = await Replay.RunAsync([.. (await file.ReadAsync()).OfType<ImportStep>().Select(item => item.Step)], record, _ => { }, CancellationToken.None);

        once.Refused.Should().BeEmpty();
        (once.Recorded, once.Repeated).Should().Be((10, 0), "3 actors, 2 topics, 2 sources and 3 claims");
        twice.Refused.Should().BeEmpty();
        (twice.Recorded, twice.Repeated).Should().Be((0, 10));
        var picture = await record.PictureAsync("2025-08-31", CancellationToken.None);
        Cells(picture).Should().Equal("there-should-be-sanctions senate supports 2025-08-21", "troops-should-go ministry opposes 2025-08-21");
        Cells(await record.PictureAsync("2025-08-20", CancellationToken.None)).Should().Equal("troops-should-go ministry supports 2025-08-20");
        Positions(picture).Should().OnlyContain(position => !position["outsideMandate"]!.GetValue<bool>(), "the file has the person speak for the organisation");
        var quote = (await tracker.Public.GetJsonAsync($"/api/claims/{steps.First(step => step.Kind == StepKind.Claim).Id}"))["evidence"]!["quotes"]![0]!;
        (quote["exact"]!.GetValue<string>(), quote["start"]!.GetValue<int>()).Should().Be(("troops must go", text.LastIndexOf("troops", StringComparison.Ordinal) - 1));
    }

    [Fact]
    public async Task An_actor_on_record_with_more_than_the_file_knows_stays_as_it_is_and_gets_the_claims()
    {
        using var file = DnaFile.Database();
        file.Document(1, "The office wants peace.");
        file.Statement(1, 1, 0, 10, person: null, organisation: "Office", concept: "There should be peace.");
        var known = Samples.Actor("Office", "organisation");
        known["aliases"] = new JsonArray("Bureau");
        await Subject.MustAsync(tracker.Admin.PutAsync("/api/actors/office", known));

        var report = await Replay.RunAsync(
            [.. (await file.ReadAsync()).OfType<ImportStep>().Select(item => item.Step)], tracker.Services.GetRequiredService<LocalRecord>(), _ => { }, CancellationToken.None);

        report.Refused.Should().ContainSingle().Which.Should().StartWith("actor office: ");
        report.Recorded.Should().Be(3, "the topic, the source and the claim");
        (await tracker.Public.GetJsonAsync("/api/actors/office"))["aliases"]!.ToJsonString().Should().Be("""["Bureau"]""");
    }

    private static IEnumerable<string> Cells(JsonObject picture) =>
        from topic in picture["topics"]!.AsArray()
        from position in topic!["positions"]!.AsArray()
        select $"{topic["topic"]!["id"]} {position!["actor"]} {position["stance"]} {position["since"]}";

    private static IEnumerable<JsonNode> Positions(JsonObject picture) => picture["topics"]!.AsArray().SelectMany(topic => topic!["positions"]!.AsArray()).Select(position => position!);
}
