namespace GuaranteeTracker.Domain.Pictures;

/// <summary>Rule 6: live claims on one cell that cannot both describe the actor.</summary>
/// <param name="Claims">The standing claim, then the other.</param>
public sealed record Contradiction(ContradictionKind Kind, string Actor, string Topic, ValueList<Guid> Claims)
{
    /// <summary>How far apart two voices may be and still speak at once: 7 × 24 hours, inclusive.</summary>
    private static readonly TimeSpan _atOnce = TimeSpan.FromDays(7);

    /// <summary>All of one cell, ordered by kind, then the other claim's id.</summary>
    public static IEnumerable<Contradiction> In(Cell cell)
    {
        if (cell.Standing is not { IsFirstHand: true } standing)
        {
            return [];
        }

        var hearsay = from other in Greatest(cell.Effective.Where(claim => !claim.IsFirstHand), claim => claim.Content.ReportedBy)
                      where Math.Abs(other.Stance - standing.Stance) >= 2
                      select (Kind: standing.Effective >= other.Effective ? ContradictionKind.DeniedHearsay : ContradictionKind.UnconfirmedHearsay, other);

        var voices = from other in Greatest(cell.Effective.Where(claim => claim.IsFirstHand && claim.Content.Speaker is not null), claim => claim.Content.Speaker)
                     where SpeaksAgainst(standing, other)
                     select (Kind: ContradictionKind.SplitVoice, other);

        return from found in hearsay.Concat(voices)
               orderby found.Kind, found.other.Id // kinds are declared in the order of their words
               select new Contradiction(found.Kind, cell.Actor, cell.Topic, [standing.Id, found.other.Id]);
    }

    private static bool SpeaksAgainst(LiveClaim standing, LiveClaim other) =>
        standing.Content.Speaker is { } speaker && other.Content.Speaker != speaker
        && Math.Sign((int)standing.Stance) * Math.Sign((int)other.Stance) < 0
        && !standing.Content.Stated.HasOpenStart && !other.Content.Stated.HasOpenStart
        && (standing.Effective - other.Effective).Duration() <= _atOnce;

    /// <summary>Each one's greatest claim; <paramref name="ascending"/> is in the standing order.</summary>
    private static IEnumerable<LiveClaim> Greatest(IEnumerable<LiveClaim> ascending, Func<LiveClaim, string?> by) =>
        ascending.GroupBy(by, StringComparer.Ordinal).Select(group => group.Last());
}

/// <summary>Declared in the ordinal order of the written words.</summary>
public enum ContradictionKind
{
    /// <summary>Hearsay two or more steps from a first-hand position that is effective no earlier than it.</summary>
    DeniedHearsay,

    /// <summary>Two speakers for one actor, opposite in sign, at most a week apart.</summary>
    SplitVoice,

    /// <summary>Hearsay two or more steps from a first-hand position that is earlier.</summary>
    UnconfirmedHearsay,
}
