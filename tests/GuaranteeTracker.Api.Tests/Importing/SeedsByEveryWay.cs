using System.Text;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Moving;
using GuaranteeTracker.Api.Replaying;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Moving;
using GuaranteeTracker.Api.Tests.Recording.Saving;
using GuaranteeTracker.Api.Tests.Replaying;
using Xunit.Abstractions;

namespace GuaranteeTracker.Api.Tests.Importing;

/// <summary>The seeds as lines and as requests, in any order and again and again: the same record.</summary>
public sealed class SeedsByEveryWay(Tracker tracker, ITestOutputHelper output) : IClassFixture<Tracker>
{
    [Fact]
    public async Task Whatever_comes_first_each_is_recorded_once_and_the_pictures_are_as_expected()
    {
        var steps = await Seeds.StepsAsync();
        string[] lines = [.. steps.Select(step => Encoding.UTF8.GetString(StepLine.Write(step)).TrimEnd('\n'))];
        JsonObject[] claims = [.. steps.Where(step => step.Kind == StepKind.Claim).Select(step => (JsonObject)JsonNode.Parse(step.Body.Span)!)];
        var seed = Environment.TickCount;
        output.WriteLine($"The order is that of {seed}.");
        var order = new Random(seed);
        Func<Task>[] ways =
        [
            async () => (await tracker.ImportAsync(Shuffled(lines, order))).Told.Should().BeEmpty(),
            async () => (await tracker.Admin.ImportLinesAsync(Shuffled(lines, order))).Results.Should().OnlyContain(result => result["problem"] == null),
            async () => await ReplayAsync($"--ConnectionStrings:GuaranteeTracker={tracker.ConnectionString}"),
            async () => await ReplayAsync("--url", $"{tracker.Public.BaseAddress}", "--key", Tracker.AdminKey),
        ];
        order.Shuffle(ways);
        Func<Task> batch = async () => (await Subject.MustAsync(tracker.Admin.PostBatchAsync(Together.Batch(Shuffled(claims, order)))))["claims"]!.AsArray().Should().HaveCount(claims.Length);

        foreach (var way in (Func<Task>[])[.. ways, batch, .. ways])
        {
            await way();
            (await tracker.EventsAsync()).Should().Be(Seeds.Count);
        }
    }

    private static T[] Shuffled<T>(T[] items, Random order)
    {
        T[] shuffled = [.. items];
        order.Shuffle(shuffled);
        return shuffled;
    }

    private static async Task ReplayAsync(params string[] to)
    {
        var run = await CommandRun.OfAsync(["replay", Seeds.Folder, "--check", .. to]);
        run.ExitCode.Should().Be(0, run.Output + run.Errors);
        run.Output.Should().EndWith("All pictures are as expected\n");
    }
}
