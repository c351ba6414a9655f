using System.Net;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Ledger;

/// <summary>An event that turns up below a checkpoint, as it never should.</summary>
public sealed class Stragglers(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task An_event_in_a_passed_gap_takes_the_next_leaf_is_known_from_then_on_and_raises_the_alarm()
    {
        var subject = await Subject.RecordAsync(tracker);
        var claim = await subject.RecordClaimAsync();
        var first = await GiveBackAsync();
        await GiveBackAsync();
        await GiveBackAsync();
        await subject.RecordClaimAsync("commits", "2025-08-19");
        await Eventually.TrueAsync(async () => await tracker.CoveredAsync() == first + 3, "nobody can fill the gap any more");
        (await GapsAsync()).Should().Equal((first, first + 2));
        var before = await tracker.RootsAsync();

        var straggler = await StoreAsync(first + 1, copyOf: claim);
        await subject.RecordClaimAsync("rejects", "2025-08-20");
        await Eventually.TrueAsync(async () => await tracker.CoveredAsync() == first + 4, "the next page goes on");

        var leaves = await tracker.LeavesAsync();
        leaves.Select(leaf => leaf.Sequence).TakeLast(2).Should().Equal(first + 1, first + 4);
        (await tracker.RootsAsync()).Take(before.Count).Should().Equal(before, "no earlier root changes");
        (await GapsAsync()).Should().Equal((first, first), (first + 2, first + 2));
        (await tracker.ReadAsync($"select sequence, known from {Tables.Stragglers}", row => (row.GetInt64(0), row.GetInt64(1)))).Should().Equal((first + 1, first + 4));
        (await tracker.VersionsAsync()).Single(version => version.Claim == straggler).Recorded.Should().Be(first + 4);
        await tracker.LedgerShouldBeSoundAsync();
        await tracker.RowsShouldBeSoundAsync(new Dictionary<long, long> { [first + 1] = first + 4 });

        (await ReadyAsync()).Should().Be(HttpStatusCode.ServiceUnavailable);
        await tracker.QueryAsync<int>($"delete from {Tables.Stragglers}; select 1");
        (await ReadyAsync()).Should().Be(HttpStatusCode.OK, "somebody has looked into it");
    }

    /// <summary>Takes a sequence number and never uses it.</summary>
    private Task<long> GiveBackAsync() => tracker.QueryAsync<long>($"select nextval('{EventStore.Schema}.mt_events_sequence')");

    /// <summary>A claim like another one, put below the checkpoints.</summary>
    private async Task<Guid> StoreAsync(long sequence, Guid copyOf)
    {
        var claim = Guid.NewGuid();
        await tracker.QueryAsync<int>(
            $$"""
            insert into {{EventStore.Schema}}.mt_streams (id, version) values ('claim:{{claim}}', 1);
            insert into {{Tables.Events}} (seq_id, id, stream_id, version, data, type, mt_dotnet_type, timestamp, tenant_id)
            select {{sequence}}, gen_random_uuid(), 'claim:{{claim}}', 1, jsonb_set(data, '{claim}', '"{{claim}}"'), type, mt_dotnet_type, clock_timestamp(), tenant_id
            from {{Tables.Events}} where stream_id = 'claim:{{copyOf}}' and version = 1;
            select 1
            """);
        return claim;
    }

    private Task<List<(long First, long Last)>> GapsAsync() =>
        tracker.ReadAsync($"select first, last from {Tables.Gaps} order by first", row => (row.GetInt64(0), row.GetInt64(1)));

    private async Task<HttpStatusCode> ReadyAsync()
    {
        using var response = await tracker.Public.GetAsync("/health/ready");
        return response.StatusCode;
    }
}
