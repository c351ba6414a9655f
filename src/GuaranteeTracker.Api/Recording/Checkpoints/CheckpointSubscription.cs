using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Marten.Subscriptions;

namespace GuaranteeTracker.Api.Recording.Checkpoints;

/// <summary>
/// Makes the checkpoints: one leader among the nodes, behind the daemon's high-water mark, so that no event below a
/// checkpoint can still be committed. Its time is the database's, always later than the horizon and every earlier checkpoint.
/// </summary>
internal sealed class CheckpointSubscription : SubscriptionBase
{
    public const string Shard = "checkpoints";

    private const string MakeCheckpoint =
        $"""
        with moment as (
          update {Tables.Horizon} set at = greatest(clock_timestamp(), at + interval '1 microsecond') where id = 1 returning at)
        insert into {Tables.Checkpoints} (sequence, at) select ?, at from moment
        """;

    public override Task<IChangeListener> ProcessEventsAsync(
        EventRange page, ISubscriptionController controller, IDocumentOperations operations, CancellationToken cancellationToken)
    {
        operations.QueueSqlCommand(MakeCheckpoint, page.SequenceCeiling);
        return Task.FromResult(NullChangeListener.Instance);
    }
}
