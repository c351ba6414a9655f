using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Domain.Pictures;

/// <summary>One actor × topic pair at (D, K): the claims that count (rules 1 to 3), and which of them stands (rule 4).</summary>
/// <param name="effective">Places of the claims that count, in the order of <see cref="Rank"/>.</param>
/// <param name="hearsay">Which of those are hearsay.</param>
internal readonly ref struct LiveCell(
    TopicTimeline timeline, MandateSpan[][] mandates, string actor, ReadOnlySpan<int> effective, ReadOnlySpan<int> hearsay, long known)
{
    private const int HighestClass = 3;

    private readonly ReadOnlySpan<int> _effective = effective;

    public ReadOnlySpan<int> Hearsay { get; } = hearsay;

    public TopicTimeline Timeline => timeline;

    public string Actor => actor;

    public int Count => _effective.Length;

    public long Known => known;

    /// <summary>The place in the timeline of the i-th claim that counts.</summary>
    public int PlaceOf(int i) => _effective[i];

    public ref readonly Entry this[int i] => ref timeline.Entries[_effective[i]];

    public ref readonly EntryDetail DetailOf(int i) => ref timeline.Details[_effective[i]];

    public Talkers TalkersOf(int i) => timeline.Talkers[this[i].Talkers];

    public ContentKey ContentOf(int i) => new(DetailOf(i).Claim, this[i].Recorded);

    /// <summary>The greatest first-hand claim, else the greatest hearsay; below 0 where nothing counts yet.</summary>
    public int FindStanding()
    {
        var standing = Greatest(firstHand: true);
        return standing >= 0 ? standing : Greatest(firstHand: false);
    }

    /// <summary>Rule 4, letters a and b: within its mandate above outside it, then anything else above an observation with an open start.</summary>
    public int ClassOf(int i) => (IsOutsideMandate(i) ? 0 : 2) + (this[i].IsUndatedObservation ? 0 : 1);

    /// <summary>Its speaker is another actor than the claim's, without a mandate on the effective instant's UTC date.</summary>
    public bool IsOutsideMandate(int i)
    {
        ref readonly var entry = ref this[i];
        var speaker = timeline.Talkers[entry.Talkers].Speaker;
        if (speaker is null || speaker == actor)
        {
            return false;
        }

        foreach (ref readonly var mandate in mandates[entry.Talkers].AsSpan())
        {
            if (mandate.Covers(actor, entry.Effective, known))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Equal to the standing claim in what rule 5 calls class, (a) and (b): only such claims follow one another.</summary>
    public bool IsComparable(int i, int standing) => this[i].IsFirstHand == this[standing].IsFirstHand && ClassOf(i) == ClassOf(standing);

    /// <summary>The claims that can follow one another up to the standing one, ascending.</summary>
    public List<int> CourseTo(int standing)
    {
        var course = new List<int>();
        for (var i = 0; i <= standing; i++)
        {
            if (IsComparable(i, standing))
            {
                course.Add(i);
            }
        }

        return course;
    }

    /// <summary>Which of the claims are first-hand.</summary>
    public ReadOnlySpan<int> FirstHand()
    {
        var firstHand = new List<int>();
        for (var i = 0; i < Count; i++)
        {
            if (this[i].IsFirstHand)
            {
                firstHand.Add(i);
            }
        }

        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(firstHand);
    }

    /// <summary>The UTC date of the claim's effective instant; <see cref="SinceKind.By"/> where its span is longer than a day.</summary>
    public (DateOnly Day, SinceKind Kind) Since(int i) =>
        (DateOnly.FromDateTime(new DateTime(this[i].Effective)), this[i].Has(ClaimTraits.Long) ? SinceKind.By : SinceKind.On);

    private int Greatest(bool firstHand)
    {
        var (greatest, highest) = (-1, -1);
        for (var i = Count - 1; i >= 0 && highest < HighestClass; i--)
        {
            if (this[i].IsFirstHand == firstHand && ClassOf(i) is var letters && letters > highest)
            {
                (greatest, highest) = (i, letters);
            }
        }

        return greatest;
    }
}
