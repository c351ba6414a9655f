using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Sources;

namespace GuaranteeTracker.Domain.Pictures;

/// <summary>A claim that counts at one K (rules 1 and 2), with everything that decides its rank.</summary>
/// <param name="Earliest">First instant at which it can have been made, UTC.</param>
/// <param name="Effective">Last instant at which it can have been made, UTC: see <see cref="EffectiveInstant"/>.</param>
/// <param name="OutsideMandate">Its speaker is another actor than the claim's, without a mandate on the effective instant's UTC date.</param>
public sealed record LiveClaim(
    Guid Id, ClaimContent Content, SourceRegistered Source, bool IsDisputed, DateTime Earliest, DateTime Effective, bool OutsideMandate)
{
    public (string Topic, string Actor) Cell => (Content.Topic, Content.Actor);

    public Stance Stance => Content.Stance;

    /// <summary>Quote, paraphrase and observation are first-hand; hearsay is second-hand.</summary>
    public bool IsFirstHand => Content.Voice is not Voice.Hearsay;

    /// <summary>The reporter's own account of no date: ranks below anything else within or outside the mandate.</summary>
    public bool IsUndatedObservation => Content.Voice is Voice.Observation && Content.Stated.HasOpenStart;

    public TimeSpan Span => Effective - Earliest;

    public DateOnly EffectiveDay => DateOnly.FromDateTime(Effective);

    /// <summary>Equal in what rule 5 calls class, (a) and (b): only such claims follow one another.</summary>
    public bool IsComparableTo(LiveClaim other) =>
        IsFirstHand == other.IsFirstHand && OutsideMandate == other.OutsideMandate && IsUndatedObservation == other.IsUndatedObservation;

    /// <summary>Rules 1 and 2: every claim at its latest content, without the retracted and those of withdrawn sources.</summary>
    public static IEnumerable<LiveClaim> Of(Knowledge knowledge) =>
        from claim in knowledge.Claims.Values
        where !claim.IsRetracted
        let source = knowledge.Sources[claim.Content.Evidence.Source]
        where !source.IsWithdrawn
        select Of(claim, source, knowledge);

    private static LiveClaim Of(Claim claim, Source source, Knowledge knowledge)
    {
        var content = claim.Content;
        return EffectiveInstant.TryFind(content.Stated, source.Registered.Published, out var effective)
            ? new(claim.Id, content, source.Registered, claim.IsDisputed, content.Stated.Earliest, effective.Value, IsOutsideMandate(content, effective.Value, knowledge))
            : throw new InvalidOperationException($"Claim {claim.Id} is stated later than its source was published; it should never have been recorded.");
    }

    private static bool IsOutsideMandate(ClaimContent content, DateTime effective, Knowledge knowledge) =>
        content.Speaker is { } speaker && speaker != content.Actor
        && !knowledge.Actors[speaker].Content.Mandates.Any(mandate => mandate.For == content.Actor && mandate.Covers(DateOnly.FromDateTime(effective)));
}
