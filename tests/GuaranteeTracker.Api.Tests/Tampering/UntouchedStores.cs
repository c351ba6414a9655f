using System.Data;
using System.Globalization;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Recording.Rebuilding;
using GuaranteeTracker.Api.Tests.Checkpoints;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Verifying;
using GuaranteeTracker.Api.Verifying.Stored;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit.Abstractions;

namespace GuaranteeTracker.Api.Tests.Tampering;

/// <summary>
/// No false alarm: a store that is recorded into all the while is verified at any moment. GT_UNTOUCHED says how often (else twenty times),
/// GT_TAMPER_SEED where chance begins.
/// </summary>
public sealed class UntouchedStores(Tracker tracker, ITestOutputHelper output) : IClassFixture<Tracker>
{
    private static readonly int
        _times = Number("GT_UNTOUCHED") ?? 20,
        _seed = Number("GT_TAMPER_SEED") ?? Random.Shared.Next(1_000_000);

    private bool _hasTombstone;

    [Fact]
    public async Task Nothing_is_found_where_nothing_was_changed()
    {
        var subject = await Subject.RecordAsync(tracker);
        var random = new Random(_seed);
        var keys = await OwnKeys.ReadAsync(new() { PublicUrl = "https://tracker.example.org" }, tracker.DataDirectory, default);
        var uncovered = 0;
        for (var time = 0; time < _times; time++)
        {
            await HappenAsync(subject, random);
            var going = Task.WhenAll(Enumerable.Range(0, random.Next(3)).Select(_ => subject.RecordClaimAsync()));
            var report = await VerifyAsync(keys);
            await going;
            uncovered += report.Uncovered > 0 ? 1 : 0;
            report.Faults.Should().BeEmpty($"nothing was changed (time {time}, seed {_seed})");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_times} times, seed {_seed}, {uncovered} of them with events that no checkpoint covered yet"));
    }

    private async Task HappenAsync(Subject subject, Random random)
    {
        switch (random.Next(12))
        {
            case 0: // a gap, and later perhaps a straggler
                await tracker.QueryAsync<long>($"select nextval('{EventStore.Schema}.mt_events_sequence')");
                break;
            case 1 when !_hasTombstone:
                _hasTombstone = true;
                await tracker.LeaveTombstoneAsync();
                break;
            case 2 when await tracker.QueryAsync<long>($"select count(*) from {Api.Recording.Tables.Gaps}") > 0:
                await StraggleAsync(subject);
                break;
            case 3:
                await new Rebuild(tracker.Owner).RunAsync(_ => { }, default);
                break;
            case 4:
                await tracker.SettleAsync();
                break;
            case 5 or 6:
                var corrected = await subject.RecordClaimAsync();
                var content = subject.Claim("rejects");
                content.Remove("id");
                await Subject.MustAsync(tracker.Admin.PostAsync($"/api/claims/{corrected}/correction", new JsonObject { ["reason"] = "It was misread.", ["claim"] = content }, ("If-Match", "\"1\"")));
                break;
            case 7:
                var retracted = await subject.RecordClaimAsync();
                await Subject.MustAsync(tracker.Admin.PostAsync($"/api/claims/{retracted}/retraction", new JsonObject { ["reason"] = "It was somebody else." }, ("If-Match", "\"1\"")));
                break;
            default:
                await Task.WhenAll(Enumerable.Range(0, random.Next(1, 9)).Select(_ => subject.RecordClaimAsync()));
                break;
        }
    }

    /// <summary>Something comes in below a checkpoint, and the leader finds it.</summary>
    private async Task StraggleAsync(Subject subject)
    {
        await Gaps.FillAsync(tracker);
        await subject.RecordClaimAsync();
        await Eventually.TrueAsync(
            () => tracker.QueryAsync<bool>($"select not exists (select from {Api.Recording.Tables.Events} e where type <> 'tombstone' and seq_id <= (select max(sequence) from {Api.Recording.Tables.Checkpoints}) and not exists (select from {Api.Recording.Tables.Leaves} where sequence = seq_id))"),
            "the next checkpoint covers it");
    }

    private async Task<VerifyReport> VerifyAsync(IReadOnlyList<GuaranteeTracker.Ledger.Notes.NoteKey> keys)
    {
        var notes = await OwnKeys.NotesAsync(tracker.DataDirectory, keys, default);
        await using var connection = await tracker.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead);
        await connection.RunAsync("set local idle_in_transaction_session_timeout = 0");
        return await new StoreVerifier(connection, keys, notes).RunAsync(_ => { }, default);
    }

    private static int? Number(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
