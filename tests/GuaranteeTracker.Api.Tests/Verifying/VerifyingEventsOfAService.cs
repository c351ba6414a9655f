using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Witnessing;
using GuaranteeTracker.Api.Verifying;
using GuaranteeTracker.Api.Verifying.Served;
using GuaranteeTracker.Ledger.Notes;
using GuaranteeTracker.Ledger.Trees;
using Microsoft.AspNetCore.Http;

namespace GuaranteeTracker.Api.Tests.Verifying;

/// <summary>What a service shows to whoever may read events has to be what its signed tree holds, whatever else it says.</summary>
public sealed class VerifyingEventsOfAService : IAsyncLifetime
{
    private const string FirstTile = "/log/tile/0/0";

    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);

    private StubLog _log = null!;
    private StubEvents _events = null!;

    public async Task InitializeAsync()
    {
        _log = await StubLog.StartAsync();
        _events = new(_log, 300);
    }

    public async Task DisposeAsync() => await _log.DisposeAsync();

    [Fact]
    public async Task Events_that_are_its_leaves_are_sound_and_newer_ones_are_told()
    {
        _events.Lines.AddRange([StubEvents.Line(301, 300), StubEvents.Line(400, null)]); // found late, by a newer checkpoint; covered by none

        var report = await VerifyAsync();

        report.Faults.Should().BeEmpty();
        (report.Events, report.Uncovered).Should().Be((300, 2));
    }

    [Fact]
    public async Task A_service_that_gives_the_true_tile_at_first_and_another_afterwards_is_found()
    {
        var asked = 0;
        _events.Lines[5]["data"] = new JsonObject { ["title"] = "Another one" };
        _log.Instead[FirstTile] = async http =>
        {
            var hashes = (await _log.ReadAsync([new Tile(0, 0, Tile.Full)], default))[0];
            (++asked > 1 ? StubEvents.Hash(_events.Lines[5]) : []).CopyTo(hashes, 5 * TreeHash.Length);
            await http.Response.Body.WriteAsync(hashes);
        };

        (await VerifyAsync()).Faults.Should().ContainSingle().Which.What.Should().Contain("Tile 0 of level 0");
        asked.Should().Be(2, "or nothing was tried");
    }

    [Fact]
    public async Task Every_lie_about_events_is_found()
    {
        foreach (var (what, lie) in Lies())
        {
            _log.Leaves.Clear();
            _events = new(_log, 300);
            lie(_events.Lines);
            (await VerifyAsync()).Faults.Should().NotBeEmpty(what);
        }
    }

    [Fact]
    public async Task Pages_that_never_end_are_a_fault_and_an_end()
    {
        _log.Instead["/api/events"] = http => http.Response.WriteAsync($"{StubEvents.Line(1, null).ToJsonString()}\n");
        (await VerifyAsync()).Faults.Should().NotBeEmpty();

        _log.Instead["/api/events"] = http => http.Response.WriteAsync($"{StubEvents.Line(7, 1_000).ToJsonString()}\n");
        (await VerifyAsync()).Faults.Should().ContainSingle().Which.What.Should().Contain("does not rise");
    }

    [Fact]
    public async Task A_log_of_more_leaves_than_can_be_looked_for_is_refused()
    {
        var note = _log.Signer.Sign(new CheckpointText(_log.Signer.Key.Name, 1L << 31, new byte[TreeHash.Length], 1L << 31, new(2025, 8, 20, 0, 0, 0, DateTimeKind.Utc)).ToString());
        _log.Instead["/log/checkpoint"] = http => http.Response.WriteAsync(note.ToString());

        await FluentActions.Awaiting(VerifyAsync).Should().ThrowAsync<LogAwayException>();
    }

    private static IEnumerable<(string What, Action<List<JsonObject>> Lie)> Lies()
    {
        yield return ("a word is another", lines => lines[9]["data"]!["title"] = "Another one");
        yield return ("a header is there", lines => lines[9]["leaf"]!["headers"] = new JsonObject { ["recordedBy"] = "somebody" });
        yield return ("one is left out", lines => lines.RemoveAt(9));
        yield return ("the last one is left out", lines => lines.RemoveAt(299));
        yield return ("one is said to be newer", lines => lines[9]["leaf"] = null);
        yield return ("one that is no leaf comes in between", lines => lines.Insert(10, Unknown(lines, null)));
        yield return ("one has no place", lines => lines.Insert(10, Unknown(lines, -1)));
        yield return ("one is shown twice", lines => lines[10]["leaf"]!["index"] = 9);
        yield return ("the last one is moved beyond the checkpoint", lines => lines[299]["sequence"] = 1_000L);
        yield return ("two are shown in another order", lines => (lines[9], lines[10]) = (lines[10], lines[9]));
        yield return ("one comes once more, far behind", lines => lines.Insert(150, (JsonObject)lines[9].DeepClone()));
    }

    private static JsonObject Unknown(List<JsonObject> lines, long? index)
    {
        var line = (JsonObject)lines[9].DeepClone();
        lines.Skip(10).ToList().ForEach(later => later["sequence"] = later["sequence"]!.GetValue<long>() + 1);
        (line["sequence"], line["id"], line["leaf"]) = (11L, Guid.NewGuid(), index is null ? null : new JsonObject { ["index"] = index, ["headers"] = null });
        return line;
    }

    private async Task<VerifyReport> VerifyAsync()
    {
        using var client = new LogClient(_log.Address, null);
        using var patience = new CancellationTokenSource(_patience);
        return await new ServedVerifier(client, _log.Signer.Key, []).RunAsync(withEvents: true, _ => { }, patience.Token);
    }
}
