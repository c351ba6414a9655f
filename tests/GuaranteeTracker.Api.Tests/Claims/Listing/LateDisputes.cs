using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Claims.Listing;

public sealed class LateDisputes(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task A_dispute_that_turns_up_below_a_checkpoint_changes_no_list_that_was_pinned()
    {
        var subject = await Subject.RecordAsync(tracker);
        var claim = await subject.RecordClaimAsync();
        await tracker.SettleAsync();
        var gap = await tracker.QueryAsync<long>($"select nextval('{Tables.EventNumbers}')");
        await subject.RecordClaimAsync("commits");
        await Eventually.TrueAsync(async () => await tracker.CoveredAsync() == gap + 1, "nobody can fill the gap any more");
        var pinned = $"/api/claims?topic={subject.Topic}&knownAt=seq:{gap + 1}&v=1";
        var before = await tracker.Public.GetStringAsync(pinned);

        await tracker.QueryAsync<int>(
            $$"""
            insert into {{Tables.Events}} (seq_id, id, stream_id, version, data, type, mt_dotnet_type, timestamp, tenant_id)
            select {{gap}}, gen_random_uuid(), stream_id, 2, '{"claim": "{{claim}}", "reason": "Nobody said so."}', 'claim-disputed', '{{typeof(Domain.Claims.ClaimDisputed).FullName}}, GuaranteeTracker.Domain', clock_timestamp(), tenant_id
            from {{Tables.Events}} where stream_id = 'claim:{{claim}}' and version = 1;
            update {{EventStore.Schema}}.mt_streams set version = 2 where id = 'claim:{{claim}}';
            select 1
            """);
        await subject.RecordClaimAsync("rejects");
        await Eventually.TrueAsync(async () => await tracker.CoveredAsync() == gap + 2, "the next page goes on");

        (await tracker.Public.GetStringAsync($"/api/claims?topic={subject.Topic}")).Should().Contain($"\"id\":\"{claim}\",\"version\":2,", "it is known from the checkpoint on that found it"); // and the record in memory has learned of it
        (await tracker.Public.GetStringAsync(pinned)).Should().Be(before);
        await tracker.QueryAsync<int>($"delete from {Tables.Stragglers}; select 1");
        (await tracker.Public.GetStringAsync($"{pinned}&limit=50")).Should().Contain($"\"id\":\"{claim}\",\"version\":1,", "taking the alarm away changes nothing either");
    }
}
