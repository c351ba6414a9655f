using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Moving;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Moving;

/// <summary>Events that turned up below a checkpoint, as they never should, and some that no checkpoint covers.</summary>
public sealed class LateEvents(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task A_straggler_stands_where_it_became_known_and_changes_no_earlier_export()
    {
        var subject = await Subject.RecordAsync(tracker);
        var claim = await subject.RecordClaimAsync();
        var gap = await tracker.QueryAsync<long>($"select nextval('{Tables.EventNumbers}')");
        await subject.RecordClaimAsync("commits");
        await Eventually.TrueAsync(async () => await tracker.CoveredAsync() == gap + 1, "nobody can fill the gap any more");
        var before = await tracker.ExportAsync($"seq:{gap + 1}");

        var straggler = Guid.NewGuid();
        await tracker.QueryAsync<int>(
            $$"""
            insert into {{EventStore.Schema}}.mt_streams (id, version) values ('claim:{{straggler}}', 1);
            insert into {{Tables.Events}} (seq_id, id, stream_id, version, data, type, mt_dotnet_type, timestamp, tenant_id)
            select {{gap}}, gen_random_uuid(), 'claim:{{straggler}}', 1, jsonb_set(data, '{claim}', '"{{straggler}}"'), type, mt_dotnet_type, clock_timestamp(), tenant_id
            from {{Tables.Events}} where stream_id = 'claim:{{claim}}' and version = 1;
            select 1
            """);
        await subject.RecordClaimAsync("rejects");
        await Eventually.TrueAsync(async () => await tracker.CoveredAsync() == gap + 2, "the next page goes on");

        (await tracker.ExportAsync($"seq:{gap + 1}")).Should().Equal(before);
        (await tracker.ExportAsync()).Select(line => JsonNode.Parse(line)!["recorded"]?["sequence"]!.GetValue<long>()).TakeLast(3).Should().Equal(gap + 1, gap, gap + 2);
    }

    [Fact]
    public async Task An_event_that_somebody_deleted_is_missed()
    {
        var subject = await Subject.RecordAsync(tracker);
        await subject.RecordClaimAsync();
        var last = await tracker.SettleAsync();
        await tracker.TamperAsync($"create table kept as select * from {Tables.Events} where seq_id = {last}; delete from {Tables.Events} where seq_id = {last}");

        try
        {
            await FluentActions.Awaiting(() => tracker.ExportAsync($"seq:{last}")).Should().ThrowAsync<ExportException>().WithMessage($"Event {last} is in the ledger, and not among the events*");
        }
        finally
        {
            await tracker.QueryAsync<int>($"insert into {Tables.Events} select * from kept; drop table kept; select 1");
        }
    }
}
