using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Replaying;

namespace GuaranteeTracker.Api.Tests.Moving;

/// <summary><c>export</c> and <c>import</c> as processes of their own.</summary>
public sealed class MovingByCommand(EventfulRecord record) : IClassFixture<EventfulRecord>, IAsyncLifetime
{
    private readonly Tracker _other = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("gt-export-").FullName;

    private string File => Path.Combine(_folder, "record.ndjson");

    public Task InitializeAsync() => _other.InitializeAsync();

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return _other.DisposeAsync();
    }

    [Fact]
    public async Task A_file_is_written_whole_and_taken_back_whole()
    {
        var lines = await record.Tracker.ExportAsync();

        var export = await CommandRun.OfAsync("export", File, Database(record.Tracker), "--GuaranteeTracker:PublicUrl=https://tracker.example.org");

        export.ExitCode.Should().Be(0, export.Errors);
        export.Output.Should().MatchRegex($"^{lines.Count - 1} lines, known up to event \\d+\n$");
        Directory.GetFiles(_folder).Should().Equal([File], "nothing else is left");
        (await System.IO.File.ReadAllLinesAsync(File)).Should().Equal(lines);

        var import = await CommandRun.OfAsync("import", File, Database(_other));
        import.ExitCode.Should().Be(0, import.Errors);
        import.Output.Should().Be($"{lines.Count - 1} recorded, 0 on record already, 0 refused, 0 lost\n");
        (await _other.PicturesAsync()).Should().Equal(await record.Tracker.PicturesAsync());

        var again = await CommandRun.OfAsync("import", File, "--url", $"{_other.Public.BaseAddress}", "--key", Tracker.AdminKey, "--json");
        again.ExitCode.Should().Be(0, again.Errors);
        again.Output.Should().Be($$"""{"recorded":0,"repeated":{{lines.Count - 1}},"refused":0,"lost":0,"faults":[]}""" + "\n");
    }

    [Fact]
    public async Task Without_a_file_it_goes_through_standard_output_and_input()
    {
        var export = await CommandRun.OfAsync("export", "--known-at", "seq:20", "--json", Database(record.Tracker));

        export.ExitCode.Should().Be(0, export.Errors);
        JsonNode.Parse(export.Errors)!["known"]!["sequence"]!.GetValue<int>().Should().Be(20);
        export.Output.Split('\n')[0].Should().Contain("\"pinned\":null", "there is no PublicUrl");

        var import = await CommandRun.WithInputAsync(export.Output, "import", "-", Database(_other));
        import.ExitCode.Should().Be(0, import.Errors);
        import.Output.Should().Be("20 recorded, 0 on record already, 0 refused, 0 lost\n");
    }

    [Fact]
    public async Task A_source_whose_text_was_taken_down_is_left_out_told_and_makes_exit_code_1()
    {
        var subject = await Subject.RecordAsync(_other);
        await subject.RecordClaimAsync();
        await _other.SettleAsync();
        await _other.QueryAsync<int>($"delete from {Tables.SourceTexts}; select 1");

        var export = await CommandRun.OfAsync("export", File, Database(_other));

        export.ExitCode.Should().Be(1);
        export.Output.Should().StartWith($"Source {subject.Source} is left out: its text was taken down.");
        var lines = await System.IO.File.ReadAllLinesAsync(File);
        JsonNode.Parse(lines[0])!["count"]!.GetValue<int>().Should().Be(lines.Length - 1);
        (await _other.ImportAsync(lines)).Report.IsWhole.Should().BeTrue("where it came from nothing is missing");

        var elsewhere = new Tracker();
        await elsewhere.InitializeAsync();
        var (report, told) = await elsewhere.ImportAsync(lines);
        await elsewhere.DisposeAsync();
        report.Refused.Should().Be(1);
        told.Should().ContainSingle().Which.Should().Contain($"There is no source {subject.Source} on record; register it first");
    }

    [Fact]
    public async Task What_is_refused_is_told_as_it_comes_and_makes_exit_code_1()
    {
        await System.IO.File.WriteAllTextAsync(File, "nonsense\n{\"type\":\"dispute\",\"id\":\"00000000-0000-4000-8000-00000000dead\",\"reason\":\"Why?\"}\n{\"type\":\"topic\",\"id\":\"a\",\"title\":\"A\",\"proposition\":\"B\"}\n");

        var words = await CommandRun.OfAsync("import", File, Database(_other));
        words.ExitCode.Should().Be(1);
        words.Output.Should().Be("line 1: This is not one JSON object, from byte 1 on.\nline 2: There is no such claim.\n1 recorded, 0 on record already, 1 refused, 1 lost\n");

        var json = await CommandRun.OfAsync("import", File, "--json", Database(_other));
        json.ExitCode.Should().Be(1);
        json.Output.Should().Be("""{"recorded":0,"repeated":1,"refused":1,"lost":1,"faults":["line 1: This is not one JSON object, from byte 1 on.","line 2: There is no such claim."]}""" + "\n");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_strict_import_stops_at_the_first_fault(bool remote)
    {
        await System.IO.File.WriteAllTextAsync(File, "{\"type\":\"topic\",\"id\":\"a\",\"title\":\"A\",\"proposition\":\"B\"}\nnonsense\n{\"type\":\"topic\",\"id\":\"b\",\"title\":\"A\",\"proposition\":\"B\"}\n");

        var run = await CommandRun.OfAsync(["import", File, "--strict", "--json", .. remote ? ["--url", $"{_other.Public.BaseAddress}", "--key", Tracker.AdminKey] : new[] { Database(_other) }]);

        (run.ExitCode, run.Errors).Should().Be((1, ""));
        run.Output.Should().Be("""{"recorded":1,"repeated":0,"refused":0,"lost":1,"faults":["line 2: This is not one JSON object, from byte 1 on."]}""" + "\n");
        (await _other.EventsAsync()).Should().Be(1);
    }

    [Theory]
    [InlineData("There is no file nowhere.ndjson", "import", "nowhere.ndjson")]
    [InlineData("There is no option --fromat", "import", "record.ndjson", "--fromat")]
    [InlineData("ndjson", "import", "record.ndjson", "--format", "xml")]
    [InlineData("cannot be reached", "import", "-", "--url", "http://127.0.0.1:1")]
    [InlineData("not authenticated", "import", "-", "--url", "{here}", "--key", "nobody")]
    [InlineData("--known-at: ", "export", "out.ndjson", "--known-at", "yesterday")]
    [InlineData("not settled up to that moment", "export", "out.ndjson", "--known-at", "seq:999999")]
    [InlineData("There is no option --knwon-at", "export", "--knwon-at", "seq:1")]
    [InlineData("Could not find a part of the path", "export", "/nowhere/out.ndjson")]
    public async Task A_slip_on_the_command_line_is_explained_without_a_stack(string because, params string[] arguments)
    {
        var run = await CommandRun.WithInputAsync(
            """{"type":"topic","id":"a","title":"A","proposition":"B"}""",
            [.. arguments.Select(argument => argument == "{here}" ? $"{_other.Public.BaseAddress}" : argument), Database(_other)]);

        run.ExitCode.Should().Be(1);
        run.Errors.Should().ContainEquivalentOf(because is "not authenticated" ? "401" : because).And.NotContain("   at ");
    }

    [Fact]
    public async Task An_import_that_stops_on_the_way_says_how_to_go_on()
    {
        await System.IO.File.WriteAllTextAsync(File, """
            {"type":"topic","id":"before","title":"A","proposition":"B"}
            {"type":"export","v":2,"count":0}
            """);

        var run = await CommandRun.OfAsync("import", File, Database(_other));

        run.ExitCode.Should().Be(1);
        run.Errors.Should().EndWith("line 2: this is no export of version 1, the only one that can be read.\nThe import stopped there; what was recorded before stays. Send the same file again to go on.\n");
        (await _other.EventsAsync()).Should().Be(1);
    }

    [Fact]
    public async Task An_import_that_is_killed_is_completed_by_sending_all_again()
    {
        var lines = await record.Tracker.ExportAsync();
        using (var process = CommandRun.Start("import", "-", Database(_other)))
        {
            await process.StandardInput.WriteAsync(string.Join('\n', lines.Take(lines.Count / 2)) + "\n{\"type\":\"acto");
            await process.StandardInput.FlushAsync();
            await Eventually.TrueAsync(async () => await _other.EventsAsync() >= lines.Count / 4, "it records while it reads");
            process.Kill();
            await process.WaitForExitAsync();
        }

        await System.IO.File.WriteAllLinesAsync(File, lines);
        var again = await CommandRun.OfAsync("import", File, Database(_other));

        again.ExitCode.Should().Be(0, again.Output + again.Errors);
        (await _other.EventsAsync()).Should().Be(lines.Count - 1);
        Carrying.ByThing(await _other.ExportAsync()).Should().Equal(Carrying.ByThing(lines));
    }

    private static string Database(Tracker tracker) => $"--ConnectionStrings:GuaranteeTracker={tracker.ConnectionString}";
}
