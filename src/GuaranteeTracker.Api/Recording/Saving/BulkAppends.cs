using JasperFx.Events;
using Marten;
using Npgsql;

namespace GuaranteeTracker.Api.Recording.Saving;

/// <summary>
/// Begins many streams at once by binary COPY, in a transaction of Marten's own. That raises the high-water mark past every
/// sequence number there is, so nobody else may have one open meanwhile (<see cref="Appending"/>): otherwise a checkpoint
/// would pass an event that is still to come.
/// </summary>
internal sealed class BulkAppends(IDocumentStore store, NpgsqlDataSource database) : IDisposable
{
    private readonly DocumentStore _store = (DocumentStore)store;

    /// <summary>Those who wait in this process for the lock must not take the connections that its holder needs.</summary>
    private readonly SemaphoreSlim _turn = new(1);

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
        await _turn.WaitAsync(cancellation);
        try
        {
            await using var alone = await database.OpenConnectionAsync(cancellation);
            await using var transaction = await alone.BeginTransactionAsync(cancellation); // however it ends, the lock ends with it
            await Appending.OwnAsync(transaction, cancellation);
            using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            inTime.CancelAfter(Appending.LongestAlone);
            await _store.BulkInsertEventsAsync(streams, additions.Sum(addition => addition.Events.Count), inTime.Token);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
