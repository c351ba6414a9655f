using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Tampering;

namespace GuaranteeTracker.Api.Tests.Verifying;

/// <summary>What a line says of itself, and the head of all, are held to the leaves and the signed note.</summary>
public sealed class VerifyingLinesOfExports(TamperedStore store) : IClassFixture<TamperedStore>
{
    [Fact]
    public async Task A_changed_sequence_is_found_by_both()
    {
        var lines = await ProvenExports.WriteAsync(store.Tracker);
        var sequences = lines.Select(line => Node(line)["recorded"]?["sequence"]!.GetValue<long>() ?? 0).ToList();
        foreach (var (at, sequence) in new[] { (5, sequences[6]), (7, sequences[3]), (9, 0), (9, -1), (lines.Count - 1, 1_000_000) })
        {
            await ShouldBeFoundAsync(lines, at, line => line["recorded"]!["sequence"] = sequence, $"{sequences[at]} became {sequence}");
        }
    }

    [Fact]
    public async Task Two_exchanged_sequences_are_told_as_found_late()
    {
        var lines = (await ProvenExports.WriteAsync(store.Tracker)).ToList();
        var before = await store.VerifyAsync(lines);
        var (third, fourth) = (Node(lines[3]), Node(lines[4]));
        (third["recorded"]!["sequence"], fourth["recorded"]!["sequence"]) = (fourth["recorded"]!["sequence"]!.GetValue<long>(), third["recorded"]!["sequence"]!.GetValue<long>());
        (lines[3], lines[4]) = (third.ToJsonString(), fourth.ToJsonString());

        (await store.VerifyAsync(lines)).Stragglers.Should().Be(before.Stragglers + 1);
        before.Stragglers.Should().BePositive("the store has one");
    }

    [Fact]
    public async Task A_head_that_names_another_moment_than_its_checkpoint_is_found_by_both()
    {
        var lines = await ProvenExports.WriteAsync(store.Tracker);
        await ShouldBeFoundAsync(lines, 0, head => head["known"]!["sequence"] = head["known"]!["sequence"]!.GetValue<long>() - 1, "K is below the checkpoint");
        await ShouldBeFoundAsync(lines, 0, head => head["known"]!["at"] = "2035-01-01T00:00:00Z", "K has another moment");
        await ShouldBeFoundAsync(lines, 0, head => head["known"]!["at"] = "2015-01-01T00:00:00Z", "K has another moment");
    }

    [Fact]
    public async Task A_line_that_passes_for_one_of_another_type_is_found_by_both()
    {
        var lines = await ProvenExports.WriteAsync(store.Tracker);
        foreach (var (type, other) in new[] { ("dispute", "retraction"), ("retraction", "dispute"), ("claim", "leaf"), ("dispute", "leaf"), ("topic", "actor") })
        {
            await ShouldBeFoundAsync(lines, lines.ToList().FindIndex(line => line.StartsWith($"{{\"type\":\"{type}\"", StringComparison.Ordinal)), line => line["type"] = other, $"a {type} became a {other}");
        }

        await ShouldBeFoundAsync(lines, 3, line => line["recorded"]!["at"] = "2015-01-01T00:00:00Z", "it was recorded at another time");
    }

    private static JsonObject Node(string line) => JsonNode.Parse(line)!.AsObject();

    private async Task ShouldBeFoundAsync(IReadOnlyList<string> lines, int at, Action<JsonObject> change, string what)
    {
        var changed = lines.ToList();
        var line = Node(lines[at]);
        change(line);
        changed[at] = line.ToJsonString();
        (await store.VerifyAsync(changed)).Faults.Should().NotBeEmpty(what);
        (await store.PythonAsync(changed)).ExitCode.Should().Be(1, what);
    }
}
