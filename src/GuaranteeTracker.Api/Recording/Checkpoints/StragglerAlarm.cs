using Marten;
using Marten.Services;

namespace GuaranteeTracker.Api.Recording.Checkpoints;

/// <summary>Tells the log of events that appeared below a checkpoint, once they are in the ledger.</summary>
internal sealed class StragglerAlarm(ILogger log, IReadOnlyList<StoredEvent> stragglers, long known) : IChangeListener
{
    public Task BeforeCommitAsync(IDocumentSession session, IChangeSet commit, CancellationToken token) => Task.CompletedTask;

    public Task AfterCommitAsync(IDocumentSession session, IChangeSet commit, CancellationToken token)
    {
        foreach (var straggler in stragglers)
        {
            log.LogError(
                "Event {Sequence} of {Stream} appeared after a checkpoint had passed its number. It is known from {Known} on; see docs/operations.md, Stragglers.",
                straggler.Sequence, straggler.Stream, known);
        }

        return Task.CompletedTask;
    }
}
