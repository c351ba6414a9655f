using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Recording.Saving;

namespace GuaranteeTracker.Api.Recording;

/// <summary>Has requests recorded, each once, however often it is tried.</summary>
internal sealed class Recorder(QuoteFinder finder, SaveQueue queue, Settings settings)
{
    /// <summary>The name of the event header that holds the analyst's pseudonymous id.</summary>
    public const string RecordedBy = "recordedBy";

    /// <returns>Once it is stored for good, or refused.</returns>
    public Task<Outcome> RecordAsync(IRecordingRequest request, RecordingContext context, CancellationToken cancellation) =>
        RecordAsync([request], left => queue.SaveAsync(request, context, left, cancellation), cancellation);

    /// <returns>Once all of it is stored for good, or refused.</returns>
    public Task<Outcome> RecordAsync(BatchEntry batch, CancellationToken cancellation) =>
        RecordAsync(batch.Requests, left => queue.SaveAsync(batch, left, cancellation), cancellation);

    /// <param name="save">Told how long it may wait, after what it waited to look for words.</param>
    private async Task<Outcome> RecordAsync(IReadOnlyList<IRecordingRequest> requests, Func<TimeSpan, Task<Outcome>> save, CancellationToken cancellation)
    {
        var deadline = TimeSpan.FromSeconds(settings.RecordingDeadline);
        var (problem, waited) = await finder.FindAsync(requests, deadline, cancellation);
        var left = deadline - waited;
        return problem ?? await save(left > TimeSpan.Zero ? left : TimeSpan.Zero); // a turn may come just too late
    }
}
