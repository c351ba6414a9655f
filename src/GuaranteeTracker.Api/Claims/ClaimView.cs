using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Dates;
using GuaranteeTracker.Domain.Sources;
using Marten;

namespace GuaranteeTracker.Api.Claims;

/// <summary>A claim as it is answered.</summary>
/// <param name="Version">Send it in If-Match to change the claim.</param>
/// <param name="Earliest">First instant (UTC) at which it can have been made; null for an open start.</param>
/// <param name="Effective">Last instant (UTC) at which it can have been made: from then on it counts.</param>
/// <param name="Evidence">Each passage with its place in the source's text, in Unicode code points, the end exclusive.</param>
/// <param name="SourceWithdrawn">Its source no longer counts, nor does the claim.</param>
/// <param name="RecordedAt">When it was put on record (UTC): a label, not a K.</param>
internal record ClaimView(
    Guid Id, long Version, string Actor, string Topic, Stance Stance, Act Act, Voice Voice, string? Speaker, string? ReportedBy,
    Edtf Stated, DateTime? Earliest, DateTime? Effective, string? Venue, string Summary, ValueList<string> Conditions, ValueList<Term> Terms,
    ClaimEvidence Evidence, bool Corrected, bool Disputed, bool Retracted, bool SourceWithdrawn, DateTime RecordedAt)
{
    /// <summary>Null when there is no such claim.</summary>
    public static async Task<ClaimView?> FindAsync(IQuerySession session, Guid id, CancellationToken cancellation)
    {
        if (await session.FindClaimAsync(id, cancellation) is not { } claim)
        {
            return null;
        }

        var source = await session.FindSourceAsync(claim.State.Content.Evidence.Source, cancellation)
            ?? throw new InvalidOperationException($"Claim {id} quotes a source that is not on record.");
        return Of(claim, source.State);
    }

    public static ClaimView Of(Stored<Claim> claim, Source source)
    {
        var (state, content) = (claim.State, claim.State.Content);
        EffectiveInstant.TryFind(content.Stated, source.Registered.Published, out var effective);
        return new(
            state.Id, claim.Version, content.Actor, content.Topic, content.Stance, content.Act, content.Voice, content.Speaker, content.ReportedBy,
            content.Stated, content.Stated.HasOpenStart ? null : content.Stated.Earliest, effective, content.Venue, content.Summary, content.Conditions,
            content.Terms, content.Evidence, state.CorrectionReason is not null, state.IsDisputed, state.IsRetracted, source.IsWithdrawn, claim.RecordedAt);
    }
}
