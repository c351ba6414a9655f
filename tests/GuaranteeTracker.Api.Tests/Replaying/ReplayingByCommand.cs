using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Replaying;

/// <summary><c>replay</c> as a process of its own, into a database or to a service.</summary>
public sealed class ReplayingByCommand(Tracker tracker) : IClassFixture<Tracker>
{
    private string Database => $"--ConnectionStrings:GuaranteeTracker={tracker.ConnectionString}";

    [Fact]
    public async Task The_seeds_are_recorded_once_and_lead_to_the_expected_pictures()
    {
        var first = await CommandRun.OfAsync("replay", Seeds.Folder, "--check", Database);

        first.ExitCode.Should().Be(0, first.Errors);
        first.Output.Should().Be($"{Seeds.Count} recorded, 0 on record already, 0 refused\nAll pictures are as expected\n", "progress is shown apart");
        (await tracker.EventsAsync()).Should().Be(Seeds.Count);

        var again = await CommandRun.OfAsync("replay", Seeds.Folder, "--check", "--json", Database);

        again.ExitCode.Should().Be(0);
        JsonNode.Parse(again.Output)!.ToJsonString().Should().Be($$"""{"recorded":0,"repeated":{{Seeds.Count}},"refused":[],"updated":0,"checked":true,"differences":[]}""");
        (await tracker.EventsAsync()).Should().Be(Seeds.Count, "a second replay records nothing");
    }

    [Fact]
    public async Task A_service_is_replayed_to_with_a_key_from_a_file_and_shows_the_same()
    {
        var key = Path.GetTempFileName();
        await File.WriteAllTextAsync(key, Tracker.AdminKey + "\n");

        var run = await CommandRun.OfAsync("replay", Seeds.Folder, "--url", $"{tracker.Public.BaseAddress}", "--key", $"@{key}", "--check", "--json");

        File.Delete(key);
        run.ExitCode.Should().Be(0, run.Errors);
        var report = JsonNode.Parse(run.Output)!;
        (report["recorded"]!.GetValue<int>() + report["repeated"]!.GetValue<int>()).Should().Be(Seeds.Count);
        report["differences"]!.AsArray().Should().BeEmpty();
        (await tracker.EventsAsync()).Should().Be(Seeds.Count);
    }

    [Fact]
    public async Task A_picture_that_differs_is_told_in_words_and_written_anew_when_asked_to()
    {
        using var copy = Seeds.CopyAll();
        var right = await File.ReadAllTextAsync(copy.Expected("2025-08-20"));
        await Seeds.EditAsync(copy.Expected("2025-08-20"), picture =>
        {
            picture["topics"]!.AsArray().Single(topic => topic!["topic"]!["id"]!.GetValue<string>() == "us-air-support")!["positions"]![0]!["stance"] = "commits";
            picture["counts"]!["cells"] = 22;
            picture["contradictions"]!.AsArray().Clear();
        });

        var run = await CommandRun.OfAsync("replay", copy.Folder, "--check", Database);

        run.ExitCode.Should().Be(1);
        run.Output.Split('\n')[1..].Should().StartWith(
        [
            "Differs: 2025-08-20 topics[us-air-support].positions[us].stance: expected \"commits\", got \"open\"",
            "Differs: 2025-08-20 contradictions[security-guarantees russia denied-hearsay]: not expected: {\"kind\":\"denied-hearsay\",\"actor\":\"russia\",\"topic\":\"security-guarantees\",\"claims\":[\"6a588cc6-63d5-4d95-9357-5dbfb07ee5c8\",\"96b4b6fe-7c88-4b3d-a91c-12c1a11433d8\"]…",
            "Differs: 2025-08-20 counts.cells: expected 22, got 23",
            "3 differences from the expected pictures",
        ]);

        (await CommandRun.OfAsync("replay", copy.Folder, "--update", Database)).Output.Should().EndWith("\n5 expected pictures written\n");
        (await File.ReadAllTextAsync(copy.Expected("2025-08-20"))).Should().Be(right);
    }

    [Fact]
    public async Task A_refused_seed_is_named_and_the_rest_is_recorded()
    {
        using var copy = Seeds.CopyAll();
        await Seeds.EditAsync(Path.Combine(copy.Article, "claims.json"), claims =>
        {
            claims[0]!["id"] = "00000000-0000-4000-8000-00000000dead";
            claims[0]!["evidence"]!["quotes"]![0]!["exact"] = "Moscow embraced the plans";
            claims[1]!["stance"] = 7;
        });

        var run = await CommandRun.OfAsync("replay", copy.Folder, Database);

        run.ExitCode.Should().Be(1);
        run.Output.Should().Contain("Refused: claim 00000000-0000-4000-8000-00000000dead: /evidence/quotes/0/exact: ").And.Contain("Refused: claim 9ee771b7-a753-46f2-8d76-3dbf98b08b4c: /stance: ")
            .And.EndWith(" 2 refused\n");
    }

    [Theory]
    [InlineData("There is no option --chekc", "--chekc")]
    [InlineData("Cannot be reached", "--url", "http://127.0.0.1:1")]
    [InlineData("--url takes the absolute http or https address", "--url", "localhost:5080")]
    [InlineData("There is no key file", "--url", "http://127.0.0.1:1", "--key", "@nowhere.key")]
    [InlineData("A setting cannot be used", "--GuaranteeTracker:PublicReading=perhaps")]
    public async Task A_slip_on_the_command_line_is_explained_without_a_stack(string because, params string[] arguments)
    {
        var run = await CommandRun.OfAsync(["replay", Seeds.Folder, .. arguments]);

        run.ExitCode.Should().Be(1);
        run.Errors.Should().ContainEquivalentOf(because).And.NotContain("   at ");
    }
}
