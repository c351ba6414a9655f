using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Tampering;

/// <summary>Sequence numbers that are never used, and what comes in there all the same.</summary>
internal static class Gaps
{
    /// <summary>Takes numbers, two at a time, and never uses them; records claims between them.</summary>
    public static async Task LeaveAsync(Subject subject, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await subject.Tracker.QueryAsync<long>($"select nextval('{EventStore.Schema}.mt_events_sequence') + nextval('{EventStore.Schema}.mt_events_sequence')");
            await subject.RecordClaimAsync();
        }

        await CoverAsync(subject.Tracker);
    }

    /// <summary>Waits until a checkpoint covers all; each gap is waited for by itself, until nobody can fill it any more.</summary>
    public static Task CoverAsync(Tracker tracker) => Eventually.TrueAsync(
        () => tracker.QueryAsync<bool>($"select (select max(seq_id) from {Tables.Events}) = (select max(sequence) from {Tables.Checkpoints})"), "the leader goes on", TimeSpan.FromMinutes(2));

    /// <summary>Puts a claim like another one into the last gap.</summary>
    public static Task<long> FillAsync(Tracker tracker)
    {
        var claim = Guid.NewGuid();
        return tracker.QueryAsync<long>(
            $$"""
            insert into {{EventStore.Schema}}.mt_streams (id, version) values ('claim:{{claim}}', 1);
            insert into {{Tables.Events}} (seq_id, id, stream_id, version, data, type, mt_dotnet_type, timestamp, tenant_id)
            select (select max(last) from {{Tables.Gaps}}), gen_random_uuid(), 'claim:{{claim}}', 1, jsonb_set(data, '{claim}', '"{{claim}}"'), type, mt_dotnet_type, clock_timestamp(), tenant_id
            from {{Tables.Events}} where type = 'claim-recorded' order by seq_id limit 1;
            select max(last) from {{Tables.Gaps}}
            """);
    }
}
