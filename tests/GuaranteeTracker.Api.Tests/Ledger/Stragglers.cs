using System.Net;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Recording.Rebuilding;
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
        (await GapsAsync()).Should().Contain((first, first + 2));
        var before = await tracker.RootsAsync();
        await using var idle = await AnotherNode.StartAsync(tracker, "--GuaranteeTracker:Daemon=Disabled");
        var pinned = $"/api/picture?topic={subject.Topic}&asOf=2025-08-20&knownAt=seq:{first + 3}";
        var answer = await idle.Public.GetStringAsync(pinned);

        var straggler = await StoreAsync(first + 1, copyOf: claim);
        await subject.RecordClaimAsync("rejects", "2025-08-20");
        await Eventually.TrueAsync(async () => await tracker.CoveredAsync() == first + 4, "the next page goes on");

        var leaves = await tracker.LeavesAsync();
        leaves.Select(leaf => leaf.Sequence).TakeLast(2).Should().Equal(first + 1, first + 4);
        (await tracker.RootsAsync()).Take(before.Count).Should().Equal(before, "no earlier root changes");
        (await GapsAsync()).Should().Contain((first, first)).And.Contain((first + 2, first + 2)).And.NotContain((first, first + 2));
        (await tracker.ReadAsync($"select sequence, known from {Tables.Stragglers} where sequence > {first}", row => (row.GetInt64(0), row.GetInt64(1)))).Should().Equal((first + 1, first + 4));
        (await tracker.VersionsAsync()).Single(version => version.Claim == straggler).Recorded.Should().Be(first + 4);
        await tracker.LedgerShouldBeSoundAsync();
        await tracker.RowsShouldBeSoundAsync(await KnownAsync());

        var since = $"/api/positions/us/{subject.Topic}?knownAt=seq:{first + 4}";
        var known = await tracker.Public.GetStringAsync(since);
        known.Should().Contain(straggler.ToString(), "it is known from the checkpoint on that found it");

        await Eventually.TrueAsync(async () => await ReadyAsync() == HttpStatusCode.ServiceUnavailable, "somebody has to look into it");
        await tracker.QueryAsync<int>($"delete from {Tables.Stragglers}; select 1");
        await Eventually.TrueAsync(async () => await ReadyAsync() == HttpStatusCode.OK, "somebody has looked into it");
        (await RebuildAsync()).Differences.Should().BeEmpty("the leaves tell when it was known");

        await using var fresh = await AnotherNode.StartAsync(tracker, "--GuaranteeTracker:Daemon=Disabled");
        foreach (var node in new[] { tracker.Public, idle.Public, fresh.Public })
        {
            (await node.GetStringAsync(pinned)).Should().Be(answer, "no earlier answer changes, on any node");
            (await node.GetStringAsync(since)).Should().Be(known, "whether it looked before the alarm was taken away or not");
        }
    }

    [Fact]
    public async Task What_a_straggler_says_and_a_later_event_of_its_page_ends_was_never_known()
    {
        var subject = await Subject.RecordAsync(tracker);
        var claim = await subject.RecordClaimAsync();
        var recorded = await tracker.SettleAsync();
        var gap = await GiveBackAsync();
        await subject.RecordClaimAsync("commits", "2025-08-19");
        await Eventually.TrueAsync(async () => await tracker.CoveredAsync() == gap + 1, "nobody can fill the gap any more");

        await StoreCorrectionAsync(gap, claim);
        await Subject.MustAsync(tracker.Admin.PostAsync($"/api/claims/{claim}/retraction", new JsonObject { ["reason"] = "Nobody said so." }, ("If-Match", "\"2\"")));
        await Eventually.TrueAsync(async () => await tracker.CoveredAsync() == gap + 2, "the next page goes on");

        (await tracker.VersionsAsync()).Where(version => version.Claim == claim).Select(version => (version.Recorded, version.Until)).Should().Equal((recorded, gap + 2));
        await tracker.LedgerShouldBeSoundAsync();
        (await RebuildAsync()).Differences.Should().BeEmpty();
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

    /// <summary>A correction to the same words, put below the checkpoints.</summary>
    private Task<int> StoreCorrectionAsync(long sequence, Guid claim) => tracker.QueryAsync<int>(
        $$"""
        update {{EventStore.Schema}}.mt_streams set version = 2 where id = 'claim:{{claim}}';
        insert into {{Tables.Events}} (seq_id, id, stream_id, version, data, type, mt_dotnet_type, timestamp, tenant_id)
        select {{sequence}}, gen_random_uuid(), stream_id, 2, data || '{"reason": "It was misread."}', 'claim-corrected', replace(mt_dotnet_type, 'ClaimRecorded', 'ClaimCorrected'), clock_timestamp(), tenant_id
        from {{Tables.Events}} where stream_id = 'claim:{{claim}}' and version = 1;
        select 1
        """);

    private async Task<Dictionary<long, long>> KnownAsync() =>
        (await tracker.ReadAsync($"select sequence, known from {Tables.Stragglers}", row => (row.GetInt64(0), row.GetInt64(1)))).ToDictionary(row => row.Item1, row => row.Item2);

    private Task<RebuildReport> RebuildAsync() =>
        new Rebuild(tracker.Owner).RunAsync(_ => { }, CancellationToken.None);

    private Task<List<(long First, long Last)>> GapsAsync() =>
        tracker.ReadAsync($"select first, last from {Tables.Gaps} order by first", row => (row.GetInt64(0), row.GetInt64(1)));

    private async Task<HttpStatusCode> ReadyAsync()
    {
        using var response = await tracker.Public.GetAsync("/health/ready");
        return response.StatusCode;
    }
}
