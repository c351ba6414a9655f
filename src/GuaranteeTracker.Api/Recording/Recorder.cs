using GuaranteeTracker.Api.Recording.Saving;

namespace GuaranteeTracker.Api.Recording;

/// <summary>Has requests recorded, each once, however often it is tried. Nothing but what is behind it appends events.</summary>
internal sealed class Recorder(SaveQueue queue)
{
    /// <summary>The name of the event header that holds the analyst's pseudonymous id.</summary>
    public const string RecordedBy = "recordedBy";

    /// <returns>Once it is stored for good, or refused.</returns>
    public Task<Outcome> RecordAsync(IRecordingRequest request, RecordingContext context, CancellationToken cancellation) => queue.SaveAsync(request, context, cancellation);
}
