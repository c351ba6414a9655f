using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain.Claims;
using JasperFx.Events;

namespace GuaranteeTracker.Api.Claims;

/// <summary>Everything that happened to a claim, oldest first.</summary>
internal sealed record ClaimHistoryView(Guid Claim, long Version, IReadOnlyList<ClaimEventView> Events)
{
    /// <param name="showsWho">Whether the caller may know which analyst it was.</param>
    public static ClaimHistoryView Of(Stored<Claim> claim, bool showsWho) =>
        new(claim.State.Id, claim.Version, [.. claim.Events.Select(e => ClaimEventView.Of(e, showsWho))]);
}

/// <summary>One event of a claim.</summary>
/// <param name="Sequence">Its place in the whole record: <c>knownAt=seq:N</c> holds it from this number on.</param>
/// <param name="At">When it was stored (UTC): a label, not a K.</param>
/// <param name="Reason">Why; null for the recording itself.</param>
/// <param name="Content">What the claim said from then on; null where the event leaves that alone.</param>
/// <param name="RecordedBy">The analyst's pseudonym, for callers with the role reader; else null.</param>
internal sealed record ClaimEventView(
    string Type, long Version, long Sequence, DateTime At, string? Reason, ClaimContent? Content, Guid? RecordedBy, string? Correlation)
{
    public static ClaimEventView Of(IEvent e, bool showsWho)
    {
        var (reason, content) = (IClaimFact)e.Data switch
        {
            ClaimRecorded recorded => (null, recorded.Content),
            ClaimCorrected corrected => (corrected.Reason, corrected.Content),
            ClaimDisputed disputed => (disputed.Reason, (ClaimContent?)null),
            DisputeResolved resolved => (resolved.Reason, null),
            ClaimRetracted retracted => (retracted.Reason, null),
            var other => throw new NotSupportedException($"{other.GetType().Name} has no place in a claim's history."),
        };
        return new(
            e.EventTypeName, e.Version, e.Sequence, e.Timestamp.UtcDateTime, reason, content,
            showsWho && Guid.TryParse(e.GetHeader(Recorder.RecordedBy)?.ToString(), out var analyst) ? analyst : null,
            showsWho ? e.CorrelationId : null);
    }
}
