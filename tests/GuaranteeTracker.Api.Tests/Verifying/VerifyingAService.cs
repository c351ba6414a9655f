using GuaranteeTracker.Api.Tests.Witnessing;
using GuaranteeTracker.Api.Verifying;
using GuaranteeTracker.Api.Verifying.Served;
using GuaranteeTracker.Ledger.Notes;
using GuaranteeTracker.Ledger.Trees;

namespace GuaranteeTracker.Api.Tests.Verifying;

/// <summary>A log checked over HTTP: by its tiles alone, by this program and by Python.</summary>
public sealed class VerifyingAService : IAsyncLifetime
{
    private StubLog _log = null!;

    public async Task InitializeAsync() => _log = await StubLog.StartAsync();

    public async Task DisposeAsync() => await _log.DisposeAsync();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(256)]
    [InlineData(300)]
    [InlineData(1_000)]
    [InlineData(66_000)]
    public async Task An_untouched_log_is_sound_at_any_size(int size)
    {
        _log.Grow(size / 3);
        var older = SignedCheckpoint.Read(await _log.NoteAsync(), [_log.Signer.Key], out _)!;
        _log.Grow(size - size / 3);

        var report = await VerifyAsync(new RememberedNote("An older note", older.Checkpoint));

        report.Faults.Should().BeEmpty();
        report.Leaves.Should().Be(size);
    }

    [Fact]
    public async Task A_changed_tile_of_any_level_a_rewritten_and_a_cut_log_are_found()
    {
        _log.Grow(66_000);
        var older = new RememberedNote("An older note", SignedCheckpoint.Read(await _log.NoteAsync(), [_log.Signer.Key], out _)!.Checkpoint);
        foreach (var (path, level) in new[] { ("/log/tile/0/17", 0), ("/log/tile/1/0", 1), ("/log/tile/1/1.p/1", 1), ("/log/tile/2/0.p/1", 2) })
        {
            _log.Instead[path] = async http => await http.Response.Body.WriteAsync(new byte[path.EndsWith(".p/1", StringComparison.Ordinal) ? 32 : 8192]);
            (await VerifyAsync()).Faults.Should().NotBeEmpty($"{path} is not that of the tree");
            _log.Instead.Clear();
        }

        _log.Leaves[5] = TreeHash.OfLeaf([9]);
        (await VerifyAsync()).Faults.Should().BeEmpty("by itself it fits together");
        (await VerifyAsync(older)).Faults.Should().ContainSingle().Which.What.Should().Contain("another root");
        _log.Leaves.RemoveRange(65_000, 1_000);
        (await VerifyAsync(older)).Faults.Should().ContainSingle().Which.What.Should().Contain("more leaves than the ledger has");
    }

    [Theory]
    [InlineData("nothing-recorded")]
    [InlineData("unsigned-checkpoint")]
    public async Task A_log_that_has_no_checkpoint_any_more_is_found_by_who_kept_one(string code)
    {
        _log.Grow(300);
        var older = new RememberedNote("An older note", SignedCheckpoint.Read(await _log.NoteAsync(), [_log.Signer.Key], out _)!.Checkpoint);
        _log.SayNothing(code);

        (await VerifyAsync(older)).Faults.Should().ContainSingle().Which.What.Should().Contain("An older note");
        await FluentActions.Awaiting(() => VerifyAsync()).Should().ThrowAsync<LogAwayException>("nothing contradicts it");
    }

    [Fact]
    public async Task Python_says_the_same()
    {
        var folder = Directory.CreateTempSubdirectory("gt-verify-").FullName;
        var (key, note) = (Path.Combine(folder, "log.key"), Path.Combine(folder, "last.note"));
        await File.WriteAllTextAsync(key, $"{_log.Signer.Key}\n");
        _log.Grow(700);
        (await Python.VerifyAsync("log", $"{_log.Address}", "--key", key, "--keep", note)).Errors.Should().BeEmpty();
        _log.Grow(61);
        var grown = await Python.VerifyAsync("log", $"{_log.Address}", "--key", key, "--since", note);
        (grown.ExitCode, grown.Errors).Should().Be((0, ""));
        grown.Output.Should().Contain("it goes on from 700 leaves");

        _log.Instead["/log/tile/1/0.p/2"] = async http => await http.Response.Body.WriteAsync(new byte[64]);
        (await Python.VerifyAsync("log", $"{_log.Address}", "--key", key)).Errors.Should().Contain("Tile 0 of level 1");
        _log.Instead.Clear();
        _log.Leaves[5] = TreeHash.OfLeaf([9]);
        var rewritten = await Python.VerifyAsync("log", $"{_log.Address}", "--key", key, "--since", note);
        (rewritten.ExitCode, rewritten.Errors.Trim()).Should().Be((1, "Wrong: The log does not prove that it goes on from the older note."));
        Directory.Delete(folder, recursive: true);
    }

    private async Task<VerifyReport> VerifyAsync(params RememberedNote[] notes)
    {
        using var client = new LogClient(_log.Address, null);
        return await new ServedVerifier(client, _log.Signer.Key, notes).RunAsync(withEvents: false, _ => { }, default);
    }
}
