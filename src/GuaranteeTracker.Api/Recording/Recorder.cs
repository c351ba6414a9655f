using GuaranteeTracker.Api.Recording.Saving;

namespace GuaranteeTracker.Api.Recording;

/// <summary>Has requests recorded, each once, however often it is tried. Nothing but what is behind it appends events.</summary>
internal sealed class Recorder(QuoteFinder finder, SaveQueue queue)
{
    /// <summary>The name of the event header that holds the analyst's pseudonymous id.</summary>
    public const string RecordedBy = "recordedBy";

    /// <returns>Once it is stored for good, or refused.</returns>
    public async Task<Outcome> RecordAsync(IRecordingRequest request, RecordingContext context, CancellationToken cancellation) =>
        await finder.FindAsync([request], cancellation) is { } problem ? problem : await queue.SaveAsync(request, context, cancellation);

    /// <returns>Once all of it is stored for good, or refused.</returns>
    public async Task<Outcome> RecordAsync(BatchEntry batch, CancellationToken cancellation) =>
        await finder.FindAsync(batch.Requests, cancellation) is { } problem ? problem : await queue.SaveAsync(batch, cancellation);
}
