using GuaranteeTracker.Api.Hosting;

namespace GuaranteeTracker.Api.Recording.Saving;

/// <summary>
/// Where requests wait while others are being saved: those that arrive meanwhile are saved together next. It is bounded, and
/// nobody waits longer than the deadline.
/// </summary>
internal sealed class SaveQueue : IAsyncDisposable
{
    /// <summary>Of what may wait, so many single requests are as much as one batch.</summary>
    private const int SinglesLikeABatch = 32;

    private readonly TimeSpan _deadline;
    private readonly CancellationTokenSource _stop = new();
    private readonly SaveLane _singles, _batches;

    public SaveQueue(Saver saver, Settings settings)
    {
        _deadline = TimeSpan.FromSeconds(settings.RecordingDeadline);
        _singles = new(saver, settings.RecordingQueue, SaveLane.MostSingles, _stop.Token);
        _batches = new(saver, Math.Max(settings.RecordingQueue / SinglesLikeABatch, 1), SaveLane.MostInBatches, _stop.Token);
    }

    /// <param name="deadline">So long it may wait.</param>
    public Task<Outcome> SaveAsync(IRecordingRequest request, RecordingContext context, TimeSpan deadline, CancellationToken cancellation) =>
        SaveAsync(_singles, new SingleEntry(request, context), deadline, cancellation);

    /// <inheritdoc cref="SaveAsync(IRecordingRequest, RecordingContext, TimeSpan, CancellationToken)"/>
    public Task<Outcome> SaveAsync(BatchEntry batch, TimeSpan deadline, CancellationToken cancellation) => SaveAsync(_batches, batch, deadline, cancellation);

    /// <summary>Lets those that wait be saved, for as long as one may wait.</summary>
    public async ValueTask DisposeAsync()
    {
        _stop.CancelAfter(_deadline);
        await Task.WhenAll(_singles.CloseAsync(), _batches.CloseAsync());
        _stop.Dispose();
    }

    private static async Task<Outcome> SaveAsync(SaveLane lane, Entry entry, TimeSpan deadline, CancellationToken cancellation)
    {
        if (!lane.TryAdd(entry))
        {
            return Problems.QueueFull;
        }

        try
        {
            return await entry.WaitAsync(deadline, cancellation);
        }
        catch (TimeoutException)
        {
            return entry.TryGiveUp() ? Problems.DeadlinePassed : Problems.OutcomeUnknown;
        }
        catch (OperationCanceledException)
        {
            entry.TryGiveUp();
            throw;
        }
    }
}
