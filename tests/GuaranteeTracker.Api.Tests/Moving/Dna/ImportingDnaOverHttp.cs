using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Replaying;

namespace GuaranteeTracker.Api.Tests.Moving.Dna;

/// <summary><c>import --format dna --url</c>.</summary>
public sealed class ImportingDnaOverHttp(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task A_service_takes_everything_once_as_lines()
    {
        using var file = DnaFile.Database();
        file.Document(1, "Every ministry wants peace.");
        file.Code(1, "Every ministry wants peace.", "wants peace");
        string[] command = ["import", file.File, "--format", "dna", "--url", $"{tracker.Public.BaseAddress}", "--key", Tracker.AdminKey];

        var first = await CommandRun.OfAsync([.. command, "--strict", "--json"]);
        var again = await CommandRun.OfAsync([.. command, "--json"]);

        (first.ExitCode, first.Output, first.Errors).Should().Be((0, """{"recorded":5,"repeated":0,"refused":0,"lost":0,"faults":[]}""" + "\n", ""));
        again.Output.Should().Be("""{"recorded":0,"repeated":5,"refused":0,"lost":0,"faults":[]}""" + "\n");
        (await tracker.EventsAsync()).Should().Be(5);
    }
}
