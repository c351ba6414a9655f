using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Domain.Pictures;

/// <summary>A claim that counts at one K, less its words.</summary>
/// <param name="Effective">Last instant at which it can have been made, UTC: see <see cref="EffectiveInstant"/>.</param>
/// <param name="OutsideMandate">Its speaker is another actor than the claim's, without a mandate on the effective instant's UTC date.</param>
public sealed record LiveClaim(ContentKey Content, DateTime Effective, bool IsDisputed, bool OutsideMandate)
{
    public Guid Id => Content.Claim;

    internal static LiveClaim In(in LiveCell cell, int i) => new(
        cell.ContentOf(i), new DateTime(cell.EffectiveOf(i), DateTimeKind.Utc), cell.Timeline.IsDisputed(cell.PlaceOf(i), cell.Known), cell.IsOutsideMandate(i));
}
