using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Sources;

namespace GuaranteeTracker.Domain.Timelines;

/// <summary>One content of a claim without its words: all that decides its rank, and the stretch of the record in which it holds.</summary>
/// <param name="Recorded">Sequence number of the event that said so: known from there on, inclusive.</param>
/// <param name="Until">Sequence number of the event that ended it: from there on, inclusive, it is not known any more; <see cref="Never"/> while it holds.</param>
/// <param name="Earliest">First instant at which it can have been made, UTC, in whole seconds; for an open start the beginning of time.</param>
/// <param name="Effective">Last instant at which it can have been made, UTC: see <see cref="EffectiveInstant"/>.</param>
/// <param name="Published">Publication date of its source.</param>
/// <param name="Start">The first code point of its first passage.</param>
/// <param name="Stated">EDTF, where it spans more than 24 hours, so that it may be pending for long; else null.</param>
public sealed record ClaimVersion(
    Guid Claim, string Topic, string Actor, long Recorded, long Until, Stance Stance, Voice Voice, string? Speaker, string? ReportedBy,
    DateTime Earliest, DateTime Effective, ClaimTraits Traits, Guid Source, string Publisher, DateOnly Published, int Start, string? Stated)
{
    /// <summary>The end of what holds.</summary>
    public const long Never = long.MaxValue;

    private static readonly TimeSpan _day = TimeSpan.FromDays(1);

    public TimeSpan Span => Effective - Earliest;

    /// <param name="recorded">Sequence number of the event that holds the content.</param>
    /// <exception cref="InvalidOperationException">The claim is stated later than its source was published: no decider lets that happen.</exception>
    public static ClaimVersion Of(Guid claim, ClaimContent content, SourceRegistered source, long recorded) =>
        Of(claim, ClaimOutline.Of(content), Publication.Of(source), recorded);

    /// <param name="publication">Of the outline's source.</param>
    /// <param name="recorded">Sequence number of the event that holds the content.</param>
    /// <exception cref="InvalidOperationException">The claim is stated later than its source was published: no decider lets that happen.</exception>
    public static ClaimVersion Of(Guid claim, ClaimOutline content, Publication publication, long recorded) =>
        EffectiveInstant.TryFind(content.Stated, publication.Published, out var effective)
            ? new(
                claim, content.Topic, content.Actor, recorded, Never, content.Stance, content.Voice, content.Speaker, content.ReportedBy,
                content.Stated.Earliest, effective.Value, TraitsOf(content, effective.Value), content.Source, publication.Publisher, publication.Published,
                content.Start, effective - content.Stated.Earliest > _day ? content.Stated.Text : null)
            : throw new InvalidOperationException($"Claim {claim} is stated later than its source was published; it should never have been recorded.");

    private static ClaimTraits TraitsOf(ClaimOutline content, DateTime effective) =>
        (content.Stated.HasOpenStart ? ClaimTraits.OpenStart : 0)
        | (content.HasConditions ? ClaimTraits.Conditions : 0)
        | (content.HasTerms ? ClaimTraits.Terms : 0)
        | (content.Stated.IsPlainDate ? ClaimTraits.PlainDate : 0)
        | (effective - content.Stated.Earliest > _day ? ClaimTraits.Long : 0);
}

/// <summary>What else a picture asks of a claim.</summary>
[Flags]
public enum ClaimTraits
{
    None = 0,

    /// <summary>Some time up to a date.</summary>
    OpenStart = 1,

    Conditions = 2,

    Terms = 4,

    /// <summary>Stated as one calendar date, written <c>2025-08-18</c>.</summary>
    PlainDate = 8,

    /// <summary>It spans more than 24 hours.</summary>
    Long = 16,

    /// <summary>It is or was in dispute at some time.</summary>
    Disputed = 32,
}
