using GuaranteeTracker.Api.Recording.Rows;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Marten.Subscriptions;
using Npgsql;

namespace GuaranteeTracker.Api.Recording.Checkpoints;

/// <summary>
/// The leader: makes checkpoints with their leaves and rows, in one transaction with its own progress, behind the daemon's
/// high-water mark. It keeps nothing between pages: it goes on where the last checkpoint ends, whatever the page's floor says.
/// </summary>
internal sealed class CheckpointSubscription(NpgsqlDataSource database, ILogger<CheckpointSubscription> log) : SubscriptionBase
{
    public const string Shard = "checkpoints";

    /// <summary>Events a page, at most.</summary>
    public const int PageSize = 1_000;

    public override async Task<IChangeListener> ProcessEventsAsync(
        EventRange page, ISubscriptionController controller, IDocumentOperations operations, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var end = await LedgerEnd.ReadAsync(connection, cancellationToken);
        if (page.SequenceCeiling <= end.Sequence)
        {
            return NullChangeListener.Instance; // another leader was here
        }

        var next = CheckpointPage.Of(
            end,
            page.SequenceCeiling,
            await StoredEvents.ReadInGapsAsync(connection, cancellationToken),
            await StoredEvents.ReadBetweenAsync(connection, end.Sequence, page.SequenceCeiling, cancellationToken));
        if (next.Events.Count == 0)
        {
            return NullChangeListener.Instance;
        }

        var rows = new RowFold();
        for (var i = 0; i < next.Events.Count; i++)
        {
            rows.Add(next.KnownFrom(i), next.Events[i].Sequence, next.Events[i].Type, next.Events[i].Data);
        }

        var versions = await rows.VersionsAsync(new KnownPublications(), connection, cancellationToken);
        var stragglers = next.Events.Take(next.Stragglers).ToList();
        operations.QueueLedger(next, stragglers.Count == 0 ? [] : await Gap.ReadAsync(connection, [.. stragglers.Select(e => e.Sequence)], cancellationToken));
        operations.QueueRows(versions, rows.Catalogued);
        operations.QueueListing(versions);
        return stragglers.Count == 0 ? NullChangeListener.Instance : new StragglerAlarm(log, stragglers, next.Sequence);
    }
}
