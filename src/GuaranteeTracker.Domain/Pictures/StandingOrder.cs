namespace GuaranteeTracker.Domain.Pictures;

/// <summary>The total order of rule 4, letters a to h: the greatest claim of a cell stands. No two claims are equal in it.
/// UUIDs compare as their written forms do, ordinally.</summary>
public sealed class StandingOrder : IComparer<LiveClaim>
{
    private StandingOrder() { }

    public static StandingOrder Instance { get; } = new();

    public int Compare(LiveClaim? x, LiveClaim? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return FirstDifference(
            y.OutsideMandate.CompareTo(x.OutsideMandate),                                        // a  within its mandate
            y.IsUndatedObservation.CompareTo(x.IsUndatedObservation),                            // b  not an observation with an open start
            x.Effective.CompareTo(y.Effective),                                                  // c  later
            y.Span.CompareTo(x.Span),                                                            // d  narrower
            y.Content.Voice.CompareTo(x.Content.Voice),                                          // e  closer to the speaker
            x.Source.Published.CompareTo(y.Source.Published),                                    // f  published later
            Math.Abs((int)y.Stance).CompareTo(Math.Abs((int)x.Stance)),                          // g  nearer to undecided
            x.Source.Source.CompareTo(y.Source.Source),                                          // h  source id,
            x.Content.Evidence.Quotes[0].Start.CompareTo(y.Content.Evidence.Quotes[0].Start),    //    first passage,
            x.Id.CompareTo(y.Id));                                                               //    claim id
    }

    private static int FirstDifference(params ReadOnlySpan<int> comparisons)
    {
        foreach (var comparison in comparisons)
        {
            if (comparison != 0)
            {
                return comparison;
            }
        }

        return 0;
    }
}
