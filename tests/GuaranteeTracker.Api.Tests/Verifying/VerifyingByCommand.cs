using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Recording.Signing;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Replaying;

namespace GuaranteeTracker.Api.Tests.Verifying;

/// <summary><c>verify</c> and <c>witness</c> as their users run them, over a real service.</summary>
public sealed class VerifyingByCommand : IAsyncLifetime
{
    private readonly Tracker _tracker = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("gt-verify-").FullName;

    public async Task InitializeAsync()
    {
        await _tracker.InitializeAsync();
        var subject = await Subject.RecordAsync(_tracker);
        await _tracker.SettleAsync(); // a checkpoint of its own
        await subject.RecordClaimAsync();
        await _tracker.SettleAsync();
    }

    public async Task DisposeAsync()
    {
        await _tracker.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_store_a_service_and_an_export_are_verified_and_witnessed()
    {
        string[] settings = [$"--ConnectionStrings:GuaranteeTracker={_tracker.ConnectionString}", $"--GuaranteeTracker:DataDirectory={_tracker.DataDirectory}", "--GuaranteeTracker:PublicUrl=https://tracker.example.org"];
        var (export, state, witness) = (Path.Combine(_folder, "record.ndjson"), Path.Combine(_folder, "state"), Path.Combine(_folder, "witness"));
        var url = $"{_tracker.Public.BaseAddress}";

        await ShouldBeSoundAsync(["verify", "--json", .. settings]);
        (await CommandRun.OfAsync("witness", "--url", url, "--directory", witness, "--once")).ExitCode.Should().Be(0);
        (await CommandRun.OfAsync(["export", export, "--with-leaves", .. settings])).ExitCode.Should().Be(0);
        await ShouldBeSoundAsync(["verify", "--json", "--export", export, .. settings]);
        await ShouldBeSoundAsync(["verify", "--json", "--url", url, "--state", state, "--key", Tracker.AdminKey]);
        await ShouldBeSoundAsync(["verify", "--json", "--since", Path.Combine(witness, "last.note"), .. settings]);

        await _tracker.TamperAsync($"update {Tables.Events} set data = jsonb_set(data, '{{content,summary}}', '\"Another one.\"') where type = 'claim-recorded'");
        await ShouldTellAsync("The event is not what its leaf says", ["verify", "--json", .. settings]);
        await ShouldTellAsync("What the service shows is not what its leaf says", ["verify", "--json", "--url", url, "--state", state, "--key", Tracker.AdminKey]);
        await ShouldBeSoundAsync(["verify", "--json", "--url", url, "--state", state]);

        await _tracker.TamperAsync($"delete from {Tables.Checkpoints} where size = (select max(size) from {Tables.Checkpoints})");
        (await CommandRun.OfAsync("witness", "--url", url, "--directory", witness, "--once")).ExitCode.Should().Be(1);
        Directory.GetFiles(witness, "refused-*.note").Should().ContainSingle();
        await ShouldTellAsync("There are leaves that no checkpoint covers", ["verify", "--json", .. settings]);
        await _tracker.TamperAsync($"delete from {Tables.Leaves} where index >= (select max(size) from {Tables.Checkpoints})");
        await ShouldTellAsync(KeptNote.Name, ["verify", "--json", .. settings], "the node remembers what it signed");
    }

    [Theory]
    [InlineData(1, "Give one of --url, --export and --proof", "verify", "--url", "http://127.0.0.1:1", "--export", "x")]
    [InlineData(2, "cannot be read", "verify", "--url", "http://127.0.0.1:1")]
    [InlineData(1, "There is no option --exprot", "verify", "--exprot")]
    [InlineData(1, "--key-of-log takes a key", "verify", "--proof", "x", "--key-of-log", "nonsense")]
    public async Task A_slip_on_the_command_line_is_explained(int exitCode, string because, params string[] arguments)
    {
        var run = await CommandRun.OfAsync([.. arguments, $"--ConnectionStrings:GuaranteeTracker={_tracker.ConnectionString}"]);

        run.Errors.Should().Contain(because).And.NotContain("   at ");
        run.ExitCode.Should().Be(exitCode);
    }

    private static async Task ShouldBeSoundAsync(string[] arguments)
    {
        var run = await CommandRun.OfAsync(arguments);
        run.ExitCode.Should().Be(0, $"{string.Join(' ', arguments)}: {run.Output}{run.Errors}");
        JsonNode.Parse(run.Output)!["faults"]!.AsArray().Should().BeEmpty();
    }

    private static async Task ShouldTellAsync(string what, string[] arguments, string because = "")
    {
        var run = await CommandRun.OfAsync(arguments);
        run.ExitCode.Should().Be(1, run.Errors);
        run.Output.Should().Contain(what, because);
    }
}
