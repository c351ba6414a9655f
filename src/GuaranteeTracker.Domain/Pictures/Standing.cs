using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Domain.Pictures;

/// <summary>What stands in a cell at (D, K), less its words.</summary>
/// <param name="Content">The standing claim, at the content that it has at K.</param>
/// <param name="Since">UTC date of the effective instant of the first claim of the run.</param>
/// <param name="Effective">Of the standing claim: from this instant (UTC) on it counts.</param>
/// <param name="AttributedOnly">Only hearsay says so.</param>
/// <param name="Run">What the run tells; null where nobody asked for it.</param>
public sealed record Standing(
    string Actor, Stance Stance, DateOnly Since, SinceKind SinceKind, ContentKey Content, DateTime Effective, bool AttributedOnly, bool Disputed, bool OutsideMandate,
    ValueList<Contradiction> Contradictions, Run? Run)
{
    public Guid Claim => Content.Claim;

    /// <summary>Null where nothing counts yet.</summary>
    internal static Standing? In(in LiveCell cell, bool withRun)
    {
        if (cell.Count == 0)
        {
            return null;
        }

        var (standing, letters) = cell.FindStanding();
        ref readonly var entry = ref cell[standing];
        var (since, sinceKind) = cell.Since(cell.FirstOfRun(standing, letters));
        return new(
            cell.Actor, entry.Stance, since, sinceKind, cell.ContentOf(standing), new(cell.EffectiveOf(standing), DateTimeKind.Utc), !entry.IsFirstHand, cell.Timeline.IsDisputed(cell.PlaceOf(standing), cell.Known),
            letters < LiveCell.Within, ContradictionsIn.Find(cell, standing), withRun ? Run.Of(cell, standing, letters) : null);
    }
}
