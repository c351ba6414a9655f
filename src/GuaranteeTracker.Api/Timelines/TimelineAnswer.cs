using System.Text.Json.Serialization;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Dates;
using GuaranteeTracker.Domain.Encounters;
using GuaranteeTracker.Domain.Pictures;
using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Api.Timelines;

/// <summary>What was said, what changed and who met, in the order of time.</summary>
/// <param name="From">The first instant shown (UTC); null: from the beginning.</param>
/// <param name="To">The last instant shown (UTC); null: to the end, which may lie in the future.</param>
/// <param name="Items">By instant, then kind, then id.</param>
internal sealed record TimelineAnswer(DateTime? From, DateTime? To, Known Known, IReadOnlyList<TimelineItem> Items)
{
    [JsonIgnore]
    public Reach Reach => new(From, To);
}

/// <summary>One thing on the timeline.</summary>
/// <param name="At">The last instant (UTC) at which it can have happened.</param>
/// <param name="Id">Of the claim, of the claim that brought the shift, or of the encounter.</param>
/// <param name="Recorded">Sequence number from which on it is known as it is.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(TimelineClaim), "claim")]
[JsonDerivedType(typeof(TimelineEncounter), "encounter")]
[JsonDerivedType(typeof(TimelineShift), "shift")]
internal abstract record TimelineItem([property: JsonPropertyOrder(-2)] DateTime At, [property: JsonPropertyOrder(-1)] Guid Id, [property: JsonIgnore] long Recorded); // before the members of its kind

/// <summary>A live claim.</summary>
internal sealed record TimelineClaim(
    DateTime At, Guid Id, long Recorded, string Actor, string Topic, Stance Stance, Act Act, Voice Voice, string? Speaker, string? ReportedBy, Edtf Stated,
    string? Venue, string Summary, string Quote, Guid Source, bool Disputed, bool OutsideMandate) : TimelineItem(At, Id, Recorded)
{
    public static TimelineClaim Of(LiveClaim claim, ClaimContent content) => new(
        claim.Effective, claim.Id, claim.Content.Recorded, content.Actor, content.Topic, content.Stance, content.Act, content.Voice, content.Speaker, content.ReportedBy, content.Stated, content.Venue,
        content.Summary, content.Evidence.Quotes[0].Exact, content.Evidence.Source, claim.IsDisputed, claim.OutsideMandate);
}

/// <summary>A meeting, call or summit.</summary>
/// <param name="Version">How many events there are about it.</param>
internal sealed record TimelineEncounter(
    DateTime At, Guid Id, long Recorded, [property: JsonIgnore] long Version, string Title, Edtf Date, string? Place, ValueList<string> Present) : TimelineItem(At, Id, Recorded)
{
    public static TimelineEncounter Of(Known<Encounter> encounter)
    {
        var content = encounter.State.Content;
        return new(content.Date.Latest, encounter.State.Id, encounter.Recorded, encounter.Version, content.Title, content.Date, content.Place, content.Present);
    }
}

/// <summary>A stance changing from one claim to the next.</summary>
/// <param name="Shift">A reversal, or a matter of strength, which is no change of side.</param>
/// <param name="From">The claim before.</param>
internal sealed record TimelineShift(
    DateTime At, Guid Id, long Recorded, string Actor, string Topic, ShiftKind Shift, Stance Before, Stance After, DateOnly On, SinceKind OnKind, Guid From)
    : TimelineItem(At, Id, Recorded)
{
    /// <param name="by">The claim that brought it.</param>
    public static TimelineShift Of(Shift shift, CellHistory cell, LiveClaim by) =>
        new(by.Effective, shift.Claim, by.Content.Recorded, cell.Actor, cell.Topic, shift.Kind, shift.Before, shift.After, shift.On, shift.OnKind, shift.From);
}
