using System.Net;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GuaranteeTracker.Api.Tests.Checkpoints;

/// <summary>A transaction takes its sequence numbers before it commits, and may never commit.</summary>
public sealed class SequenceNumbersHeldBack(Tracker tracker) : IClassFixture<Tracker>
{
    /// <summary>Longer than the service waits before it looks whether a missing number can still come.</summary>
    private static readonly TimeSpan _longerThanPatience = TimeSpan.FromSeconds(4);

    [Fact]
    public async Task No_checkpoint_passes_a_transaction_that_may_still_commit()
    {
        var subject = await Subject.RecordAsync(tracker);
        var before = await tracker.SettleAsync();
        await using var connection = await tracker.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var held = await tracker.RegisterTopicAsync(transaction);

        await subject.RecordClaimAsync();
        var moment = await tracker.NowAsync();
        var unpinned = (await tracker.Public.GetJsonAsync("/api/picture?actor=nobody"))["known"]!;
        unpinned["sequence"]!.GetValue<long>().Should().Be(before + 2);
        unpinned["pending"]!.GetValue<int>().Should().Be(1, "what is committed shows, and nothing covers it yet");
        unpinned["at"]!.GetValue<DateTime>().Should().Be((await tracker.CheckpointsAsync())[^1].At, "there is no later checkpoint");
        var pinned = Task.WhenAll(StatusAsync($"seq:{before + 2}"), StatusAsync(moment.Write()));
        await Eventually.StaysTrueAsync(async () => await tracker.CoveredAsync() == before, "a number below may still be filled", _longerThanPatience);
        (await pinned).Should().AllBeEquivalentTo(HttpStatusCode.UnprocessableEntity, "a checkpoint is still owed");

        await transaction.CommitAsync();
        (await tracker.SettleAsync()).Should().Be(before + 2);
        (await tracker.Public.GetJsonAsync($"/api/topics/{held}"))["title"]!.GetValue<string>().Should().Be("Held back");
        (await tracker.CheckpointsAsync())[^1].At.Should().BeAfter(moment);
        (await subject.StanceAsync($"knownAt={moment.Write()}")).Should().BeNull("no checkpoint had covered the claim at that moment");
        (await subject.StanceAsync($"knownAt=seq:{before + 2}")).Should().Be("open");
    }

    [Fact]
    public async Task A_number_that_was_given_back_holds_up_checkpoints_for_five_seconds_at_most()
    {
        var subject = await Subject.RecordAsync(tracker);
        var before = await tracker.SettleAsync();
        await using (var connection = await tracker.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync())
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await tracker.RegisterTopicAsync(transaction);
            await transaction.RollbackAsync();
        }

        await subject.RecordClaimAsync();
        var passed = await Eventually.TrueAsync(async () => await tracker.CoveredAsync() == before + 2, "nobody can fill the gap any more");

        passed.Should().BeLessThan(TimeSpan.FromSeconds(5));
        (await subject.StanceAsync($"knownAt=seq:{before + 2}")).Should().Be("open");
    }

    [Fact]
    public async Task Those_who_change_the_same_thing_at_once_give_no_number_back()
    {
        var subject = await Subject.RecordAsync(tracker);
        var claim = await subject.RecordClaimAsync();
        var (another, before) = (Guid.NewGuid(), await tracker.SettleAsync());

        var changes = Enumerable.Range(0, 8).Select(i => tracker.Admin.PostAsync($"/api/claims/{claim}/dispute", new JsonObject { ["reason"] = $"Reason {i}." }, ("If-Match", "\"1\"")));
        var repeats = Enumerable.Range(0, 8).Select(_ => tracker.Admin.PostAsync("/api/claims", subject.Claim(id: another)));
        var sameKey = Enumerable.Range(0, 8).Select(_ => tracker.Admin.PostAsync("/api/claims", WithoutId(subject.Claim()), ("Idempotency-Key", $"{claim}")));

        (await StatusesAsync(changes)).Should().ContainSingle(status => status == HttpStatusCode.OK);
        (await StatusesAsync(repeats)).Should().ContainSingle(status => status == HttpStatusCode.Created);
        (await StatusesAsync(sameKey)).Should().AllBeEquivalentTo(HttpStatusCode.Created, "each is given the first answer");
        (await tracker.QueryAsync<long>($"select last_value from {EventStore.Schema}.mt_events_sequence")).Should().Be(before + 3);
    }

    [Fact]
    public async Task Tombstones_are_no_facts()
    {
        var subject = await Subject.RecordAsync(tracker);
        await subject.RecordClaimAsync();
        var last = await tracker.SettleAsync();
        await tracker.LeaveTombstoneAsync();

        var known = (await tracker.Public.GetJsonAsync("/api/picture?asOf=2025-08-20"))["known"]!;
        known["sequence"]!.GetValue<long>().Should().Be(last);
        known["pending"]!.GetValue<int>().Should().Be(0);
        (await StatusAsync((await tracker.NowAsync()).Write())).Should().Be(HttpStatusCode.OK, "a tombstone waits for no checkpoint");
        await subject.RecordClaimAsync("commits", "2025-08-19");
        var covered = await Eventually.TrueAsync(async () => await tracker.CoveredAsync() == last + 2, "a tombstone fills its number");

        covered.Should().BeLessThan(TimeSpan.FromSeconds(2));
        (await tracker.QueryAsync<long>($"select count(*) from {Tables.Checkpoints} where sequence = {last + 1}")).Should().Be(0, "a tombstone alone makes no checkpoint");
        (await tracker.QueryAsync<long>($"select count(*) from {Tables.Leaves} where sequence = {last + 1}")).Should().Be(0, "nor a leaf");
        (await tracker.QueryAsync<long>($"select count(*) from {Tables.Gaps} where {last + 1} between first and last")).Should().Be(0, "and its number is taken");
        (await subject.StanceAsync($"knownAt=seq:{last + 1}")).Should().Be("open");
    }

    private static JsonObject WithoutId(JsonObject claim)
    {
        claim.Remove("id");
        return claim;
    }

    private static async Task<HttpStatusCode[]> StatusesAsync(IEnumerable<Task<HttpResponseMessage>> requests) =>
        [.. (await Task.WhenAll(requests)).Select(response => response.StatusCode)];

    private async Task<HttpStatusCode> StatusAsync(string knownAt)
    {
        using var response = await tracker.Public.GetAsync($"/api/picture?knownAt={knownAt}");
        return response.StatusCode;
    }
}
