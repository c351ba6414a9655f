using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Domain.Topics;
using Marten;
using Marten.Services;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GuaranteeTracker.Api.Tests.Checkpoints;

/// <summary>Sequence numbers that are taken in ways that HTTP cannot be asked for.</summary>
internal static class TakenNumbers
{
    /// <summary>By an event that is not committed yet.</summary>
    /// <returns>The topic's id.</returns>
    public static async Task<string> RegisterTopicAsync(this Tracker tracker, NpgsqlTransaction transaction)
    {
        var topic = $"topic-{Guid.NewGuid():N}";
        await using var session = tracker.Services.GetRequiredService<IDocumentStore>()
            .LightweightSession(SessionOptions.ForTransaction(transaction, shouldAutoCommit: false));
        session.Events.StartStream(Streams.Topic(topic), new TopicRegistered(topic, new TopicContent("Held back", "This was recorded in a transaction that took its time.")));
        await session.SaveChangesAsync();
        return topic;
    }

    /// <summary>By a tombstone, as Marten leaves one where an append failed.</summary>
    public static Task LeaveTombstoneAsync(this Tracker tracker) => tracker.QueryAsync<bool>(
        $$"""
        insert into {{EventStore.Schema}}.mt_streams (id, version) values ('mt_tombstone', 1) on conflict (id) do nothing;
        insert into {{Tables.Events}} (seq_id, id, stream_id, version, data, type, mt_dotnet_type, timestamp, tenant_id)
        values (nextval('{{EventStore.Schema}}.mt_events_sequence'), gen_random_uuid(), 'mt_tombstone', 1, '{}', 'tombstone', 'JasperFx.Events.Tombstone, JasperFx.Events', '-infinity', '*DEFAULT*');
        select true
        """);
}
