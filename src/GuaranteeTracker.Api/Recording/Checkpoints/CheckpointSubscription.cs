using GuaranteeTracker.Api.Recording.Rows;
using GuaranteeTracker.Api.Recording.Signing;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Marten.Subscriptions;
using Npgsql;

namespace GuaranteeTracker.Api.Recording.Checkpoints;

/// <summary>
/// The leader: makes checkpoints with their leaves and rows behind the daemon's high-water mark, and takes nothing from its pages but that mark.
/// It knows nothing between pages: it goes on where the last checkpoint ends, whatever the page's floor says.
/// </summary>
internal sealed class CheckpointSubscription(NpgsqlDataSource database, CheckpointSigner signer, ILogger<CheckpointSubscription> log) : SubscriptionBase
{
    public const string Shard = "checkpoints";

    /// <summary>
    /// Fails unless Marten has just noted our progress, in the same transaction: another leader was faster. Marten by itself would
    /// stop this one for good; after any other failure it lets it try again.
    /// </summary>
    private const string MustBeOurs = $"select 1 / count(*) from {EventStore.Schema}.mt_event_progression where name = ? and xmin = pg_current_xact_id()::xid";

    private readonly ListedVersions _listed = new(new());

    public override async Task<IChangeListener> ProcessEventsAsync(
        EventRange page, ISubscriptionController controller, IDocumentOperations operations, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var step = new LeaderStep(connection, _listed, signer);
        while (await GoAsync(step, page.SequenceCeiling, cancellationToken) is { } made)
        {
            foreach (var straggler in made.Events.Take(made.Stragglers))
            {
                log.LogError(
                    "Event {Sequence} of {Stream} appeared after a checkpoint had passed its number. It is known from {Known} on; see docs/operations.md, Stragglers.",
                    straggler.Sequence, straggler.Stream, made.Sequence);
            }
        }

        operations.QueueSqlCommand(MustBeOurs, page.ShardName.Identity);
        return NullChangeListener.Instance;
    }

    /// <summary>Where nothing may be signed it waits until somebody has put that right.</summary>
    private static async Task<CheckpointPage?> GoAsync(LeaderStep step, long upTo, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await step.GoAsync(upTo, cancellation);
            }
            catch (LedgerAlarmException)
            {
                await Task.Delay(LedgerAlarmException.Pause, cancellation); // the signer has told it
            }
        }
    }
}
