namespace GuaranteeTracker.Domain.Timelines;

/// <summary>
/// Letters c to h of the order that makes a claim stand. They depend on a claim and its source alone, so a cell is put in this order once;
/// letters a and b are asked at each K. No two claims are equal in it. UUIDs compare as their written forms do, ordinally.
/// </summary>
public sealed class Rank : IComparer<ClaimVersion>
{
    private Rank() { }

    public static Rank Order { get; } = new();

    public int Compare(ClaimVersion? x, ClaimVersion? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var difference = x.Effective.CompareTo(y.Effective);                                                          // c  later
        difference = difference != 0 ? difference : y.Span.CompareTo(x.Span);                                         // d  narrower
        difference = difference != 0 ? difference : y.Voice.CompareTo(x.Voice);                                       // e  closer to the speaker
        difference = difference != 0 ? difference : x.Published.CompareTo(y.Published);                               // f  published later
        difference = difference != 0 ? difference : Math.Abs((int)y.Stance).CompareTo(Math.Abs((int)x.Stance));       // g  nearer to undecided
        difference = difference != 0 ? difference : x.Source.CompareTo(y.Source);                                     // h  source id,
        difference = difference != 0 ? difference : x.Start.CompareTo(y.Start);                                       //    first passage,
        difference = difference != 0 ? difference : x.Claim.CompareTo(y.Claim);                                       //    claim id
        return difference != 0 ? difference : x.Recorded.CompareTo(y.Recorded);                                       // one claim's contents never hold at once
    }
}
