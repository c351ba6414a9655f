using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Replaying;

namespace GuaranteeTracker.Api.Tests.Erasing;

/// <summary>The command <c>erase</c>.</summary>
public sealed class ErasingByCommand(Tracker tracker) : IClassFixture<Tracker>
{
    private string Database => $"--ConnectionStrings:GuaranteeTracker={tracker.ConnectionString}";

    [Fact]
    public async Task It_erases_in_the_own_database_and_says_so()
    {
        var (source, text) = await tracker.RecordTextAsync();

        var first = await CommandRun.OfAsync("erase", "source-text", $"{source}", "--reason", "Asked for.", "--by", "Olena", Database);
        var again = await CommandRun.OfAsync("erase", "source-text", $"{source}", "--reason", "Asked for.", "--json", Database);

        (first.ExitCode, again.ExitCode).Should().Be((0, 0), first.Errors + again.Errors);
        first.Output.Should().StartWith($"Erased: source-text {source}, at ").And.EndWith($"Without their text: {source}\n");
        var told = JsonNode.Parse(again.Output)!;
        told["new"]!.GetValue<bool>().Should().BeFalse();
        told["erasure"]!["reason"]!.GetValue<string>().Should().Be("Asked for.");
        told["erasure"]!["by"]!.GetValue<Guid>().Should().Be(await tracker.QueryAsync<Guid>($"select id from {Tables.Analysts} where name = 'Olena'"));
        (await tracker.KeepsAsync(text)).Should().BeFalse();
    }

    [Fact]
    public async Task It_erases_in_a_service()
    {
        var (source, text) = await tracker.RecordTextAsync();

        var run = await CommandRun.OfAsync("erase", "source-text", $"{source}", "--reason", "Asked for.", "--json", "--url", $"{tracker.Public.BaseAddress}", "--key", Tracker.AdminKey);
        var stranger = await CommandRun.OfAsync("erase", "source-text", $"{source}", "--reason", "Asked for.", "--url", $"{tracker.Public.BaseAddress}");

        run.ExitCode.Should().Be(0, run.Errors);
        JsonNode.Parse(run.Output)!["new"]!.GetValue<bool>().Should().BeTrue();
        (await tracker.KeepsAsync(text)).Should().BeFalse();
        stranger.ExitCode.Should().Be(1);
        stranger.Errors.Should().StartWith("401 Unauthorized.");
    }

    [Theory]
    [InlineData("unknown-analyst", "There is no name kept", "analyst", "3f0e7a52-6f0b-4f0e-9d0e-0a6c2b1d4e5f", "--reason", "Asked for.")]
    [InlineData("not a UUID", "Send a UUID", "analyst", "Olena", "--reason", "Asked for.")]
    [InlineData("blank reason", "This is required", "analyst", "3f0e7a52-6f0b-4f0e-9d0e-0a6c2b1d4e5f", "--reason", " ")]
    [InlineData("no reason", "--reason", "analyst", "3f0e7a52-6f0b-4f0e-9d0e-0a6c2b1d4e5f")]
    [InlineData("no such kind", "'claim'", "claim", "3f0e7a52-6f0b-4f0e-9d0e-0a6c2b1d4e5f", "--reason", "Asked for.")]
    [InlineData("a slip", "There is no option --resaon", "analyst", "3f0e7a52-6f0b-4f0e-9d0e-0a6c2b1d4e5f", "--reason", "x", "--resaon=y")]
    [InlineData("whose", "--by does not go with --url", "analyst", "3f0e7a52-6f0b-4f0e-9d0e-0a6c2b1d4e5f", "--reason", "x", "--by", "me", "--url", "http://localhost:1")]
    public async Task What_cannot_be_erased_is_told_and_makes_exit_code_1(string what, string told, params string[] arguments)
    {
        var run = await CommandRun.OfAsync(["erase", .. arguments, Database]);

        run.ExitCode.Should().Be(1, what);
        run.Errors.Should().Contain(told, what);
    }
}
