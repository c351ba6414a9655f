using GuaranteeTracker.Api.Moving;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Moving;
using GuaranteeTracker.Api.Tests.Replaying;
using System.Text;

namespace GuaranteeTracker.Api.Tests.Importing;

/// <summary>The seeds as lines and as requests, in any order and again and again: the same record.</summary>
public sealed class SeedsByEveryWay(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task Whatever_comes_first_each_is_recorded_once_and_the_pictures_are_as_expected()
    {
        string[] lines = [.. (await Seeds.StepsAsync()).Select(step => Encoding.UTF8.GetString(StepLine.Write(step)))];
        Func<Task>[] ways =
        [
            async () => (await tracker.ImportAsync(Shuffled(lines))).Told.Should().BeEmpty(),
            async () => (await tracker.Admin.ImportLinesAsync(Shuffled(lines))).Results.Should().OnlyContain(result => result["problem"] == null),
            async () => await ReplayAsync($"--ConnectionStrings:GuaranteeTracker={tracker.ConnectionString}"),
            async () => await ReplayAsync("--url", $"{tracker.Public.BaseAddress}", "--key", Tracker.AdminKey),
        ];
        Random.Shared.Shuffle(ways);

        foreach (var way in (Func<Task>[])[.. ways, .. ways])
        {
            await way();
            (await tracker.EventsAsync()).Should().Be(Seeds.Count);
        }
    }

    private static string[] Shuffled(string[] lines)
    {
        string[] shuffled = [.. lines.Select(line => line.TrimEnd('\n'))];
        Random.Shared.Shuffle(shuffled);
        return shuffled;
    }

    private static async Task ReplayAsync(params string[] to)
    {
        var run = await CommandRun.OfAsync(["replay", Seeds.Folder, "--check", .. to]);
        run.ExitCode.Should().Be(0, run.Output + run.Errors);
        run.Output.Should().EndWith("All pictures are as expected\n");
    }
}
