using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Domain.Pictures;

/// <summary>A claim that may already have been said at D: earliest ≤ D &lt; effective.</summary>
/// <param name="Stated">EDTF, where it is a plain date or spans more than a day; null where only the claim's words tell.</param>
public sealed record Pending(string Actor, ContentKey Content, Stance Stance, string? Stated);

/// <summary>A claim that may already have been said at D.</summary>
/// <param name="Stated">EDTF, as the claim gives it.</param>
public sealed record PendingClaim(string Actor, Guid Claim, Stance Stance, string Stated)
{
    /// <param name="contents">The words of the contents that <see cref="Outline.Unspoken"/> names.</param>
    public static PendingClaim Of(Pending pending, Func<ContentKey, ClaimContent> contents) =>
        new(pending.Actor, pending.Content.Claim, pending.Stance, pending.Stated ?? contents(pending.Content).Stated.Text);
}
