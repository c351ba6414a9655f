using JasperFx.Events;

namespace GuaranteeTracker.Api.Recording;

/// <summary>One thing on record: its state, and what its stream says about the recording.</summary>
/// <param name="Version">The stream's version: the number of its events.</param>
/// <param name="Events">Its events, oldest first.</param>
internal sealed record Stored<T>(T State, long Version, IReadOnlyList<IEvent> Events)
{
    /// <summary>When the first event was stored (UTC, the database's clock). A label, not a K.</summary>
    public DateTime RecordedAt => Events[0].Timestamp.UtcDateTime;
}
