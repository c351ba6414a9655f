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

    public Task<Outcome> SaveAsync(IRecordingRequest request, RecordingContext context, CancellationToken cancellation) =>
        SaveAsync(_singles, new SingleEntry(request, context), cancellation);

    public Task<Outcome> SaveAsync(BatchEntry batch, CancellationToken cancellation) => SaveAsync(_batches, batch, cancellation);

    /// <summary>Lets those that wait be saved, for as long as one may wait.</summary>
    public async ValueTask DisposeAsync()
    {
        _stop.CancelAfter(_deadline);
        await Task.WhenAll(_singles.CloseAsync(), _batches.CloseAsync());
        _stop.Dispose();
    }

    private async Task<Outcome> SaveAsync(SaveLane lane, Entry entry, CancellationToken cancellation)
    {
        if (!lane.TryAdd(entry))
        {
            return Problems.QueueFull;
        }

        try
        {
            return await entry.WaitAsync(_deadline, cancellation);
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
