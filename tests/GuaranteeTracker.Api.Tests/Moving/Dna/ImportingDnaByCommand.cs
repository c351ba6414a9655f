using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Replaying;

namespace GuaranteeTracker.Api.Tests.Moving.Dna;

/// <summary><c>import --format dna</c> as a process of its own.</summary>
public sealed class ImportingDnaByCommand(Tracker tracker) : IClassFixture<Tracker>
{
    private string Database => $"--ConnectionStrings:GuaranteeTracker={tracker.ConnectionString}";

    [Fact]
    public async Task A_database_is_imported_in_the_language_that_is_told()
    {
        using var file = DnaFile.Database();
        file.Document(1, "Der Minister will Frieden.");
        file.Code(1, "Der Minister will Frieden.", "will Frieden");

        var run = await CommandRun.OfAsync("import", file.File, "--format", "dna", "--language", "de", Database);

        run.ExitCode.Should().Be(0, run.Errors);
        run.Output.Should().Be("5 recorded, 0 on record already, 0 refused, 0 lost\n", "two actors, a topic, a source and a claim");
        (await tracker.QueryAsync<string>($"select string_agg(data ->> 'language', ' ') from {Tables.Events} where type = '{FactNames.SourceRegistered}'")).Should().Be("de");
    }

    [Fact]
    public async Task What_has_no_place_is_told_and_a_strict_import_stops_there_over_HTTP_too()
    {
        using var file = DnaFile.Database();
        file.Run("insert into CODERS values (1, 'Ada')");

        var run = await CommandRun.OfAsync("import", file.File, "--format", "dna", "--strict", "--url", $"{tracker.Public.BaseAddress}", "--key", Tracker.AdminKey);

        run.ExitCode.Should().Be(1);
        run.Output.Should().Be("coders: There is no place for who coded what; the file has 1 coders.\n0 recorded, 0 on record already, 0 refused, 1 lost\n");
    }

    [Fact]
    public async Task What_has_no_place_is_told_and_makes_exit_code_1()
    {
        using var file = DnaFile.Database();
        file.Run("insert into CODERS values (1, 'Ada')");

        var run = await CommandRun.OfAsync("import", file.File, "--format", "dna", "--json", Database);

        run.ExitCode.Should().Be(1, run.Errors);
        var report = JsonNode.Parse(run.Output)!;
        report["lost"]!.GetValue<int>().Should().Be(1);
        report["faults"]!.AsArray().Select(fault => fault!.GetValue<string>()).Should().Equal("coders: There is no place for who coded what; the file has 1 coders.");
    }

    [Fact]
    public async Task Standard_input_is_refused()
    {
        var run = await CommandRun.WithInputAsync("SQLite format 3\0", "import", "-", "--format", "dna", Database);

        run.ExitCode.Should().Be(1);
        run.Errors.Should().Be("A file of Discourse Network Analyzer is not read from standard input: name it.\n");
    }
}
