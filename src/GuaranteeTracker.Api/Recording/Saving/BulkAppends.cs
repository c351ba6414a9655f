using JasperFx.Events;
using Marten;
using Npgsql;

namespace GuaranteeTracker.Api.Recording.Saving;

/// <summary>
/// Begins many streams at once by binary COPY, in a transaction of Marten's own. That raises the high-water mark past every
/// sequence number there is, so nobody else may have one open meanwhile (<see cref="Appending"/>): otherwise a checkpoint
/// would pass an event that is still to come.
/// </summary>
internal sealed class BulkAppends(IDocumentStore store, NpgsqlDataSource database)
{
    private readonly DocumentStore _store = (DocumentStore)store;

    /// <param name="additions">Of streams that none of is on record; those of one stream in their order.</param>
    public async Task SaveAsync(IReadOnlyList<Addition> additions, CancellationToken cancellation)
    {
        var number = 0L;
        foreach (var e in additions.SelectMany(addition => addition.Events))
        {
            e.Sequence = ++number; // they are numbered in this order
        }

        var streams = additions.GroupBy(addition => addition.Stream, StringComparer.Ordinal)
            .Select(stream => StreamAction.Start(_store.Events, stream.Key, [.. stream.SelectMany(addition => addition.Events)])).ToList();
        await using var alone = await database.OpenConnectionAsync(cancellation);
        await RunAsync(alone, Appending.Own, cancellation);
        try
        {
            await _store.BulkInsertEventsAsync(streams, additions.Sum(addition => addition.Events.Count), cancellation);
        }
        finally
        {
            await RunAsync(alone, Appending.Disown, CancellationToken.None);
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
