using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Domain.Pictures;

/// <summary>One actor × topic pair at (D, K): the claims that count (rules 1 to 3), and which of them stands (rule 4).</summary>
/// <param name="cell">Its place in the timeline.</param>
/// <param name="effective">Places of the claims that count, in the order of <see cref="Rank"/>.</param>
/// <param name="hearsay">Which of those are hearsay.</param>
internal readonly ref struct LiveCell(
    TopicTimeline timeline, Voices voices, int cell, ReadOnlySpan<int> effective, ReadOnlySpan<int> hearsay, long known)
{
    /// <summary>What a claim within its mandate has that is no observation with an open start.</summary>
    public const int HighestClass = Within + 1;

    /// <summary>The class of a claim within its mandate, at least.</summary>
    public const int Within = 2;

    private readonly ReadOnlySpan<int> _effective = effective;
    private readonly ReadOnlySpan<Entry> _entries = timeline.Entries;
    private readonly ReadOnlySpan<long> _instants = timeline.Effective;

    public ReadOnlySpan<int> Hearsay { get; } = hearsay;

    public TopicTimeline Timeline => timeline;

    public string Actor => timeline.Cells[cell].Actor;

    public int Count => _effective.Length;

    public long Known => known;

    /// <summary>The place in the timeline of the i-th claim that counts.</summary>
    public int PlaceOf(int i) => _effective[i];

    public ref readonly Entry this[int i] => ref _entries[_effective[i]];

    /// <summary>Ticks, UTC.</summary>
    public long EffectiveOf(int i) => _instants[_effective[i]];

    public ref readonly EntryDetail DetailOf(int i) => ref timeline.Details[_effective[i]];

    /// <summary>Who spoke, and who told it, by number.</summary>
    public ref readonly Voices.Voice VoiceOf(int i) => ref voices[this[i].Talkers];

    public ContentKey ContentOf(int i) => new(DetailOf(i).Claim, this[i].Recorded);

    /// <summary>The greatest first-hand claim, else the greatest hearsay, and its <see cref="ClassOf"/>; below 0 where nothing counts yet.</summary>
    public (int Standing, int Class) FindStanding() => Greatest(firstHand: true) is { Greatest: >= 0 } standing ? standing : Greatest(firstHand: false);

    /// <summary>Rule 4, letters a and b: within its mandate above outside it, then anything else above an observation with an open start.</summary>
    public int ClassOf(int i) => (IsOutsideMandate(i) ? 0 : Within) + (this[i].IsUndatedObservation ? 0 : 1);

    /// <summary>Its speaker is another actor than the claim's, without a mandate on the effective instant's UTC date.</summary>
    public bool IsOutsideMandate(int i)
    {
        var place = _effective[i];
        return voices[_entries[place].Talkers].IsOutsideMandate(cell, _instants[place], known);
    }

    /// <summary>The claims that can follow one another up to the standing one, ascending: equal to it in what rule 5 calls class, (a) and (b).</summary>
    public List<int> CourseTo(int standing, int letters)
    {
        var (course, firstHand) = (new List<int>(), this[standing].IsFirstHand);
        for (var i = 0; i <= standing; i++)
        {
            if (this[i].IsFirstHand == firstHand && ClassOf(i) == letters)
            {
                course.Add(i);
            }
        }

        return course;
    }

    /// <summary>Rule 5: the first claim of the unbroken stretch of one stance, among those of one course, that ends in the standing claim.</summary>
    public int FirstOfRun(int standing, int letters)
    {
        var (first, firstHand, stance) = (standing, this[standing].IsFirstHand, this[standing].Stance);
        for (var i = standing - 1; i >= 0; i--)
        {
            if (this[i].IsFirstHand == firstHand && ClassOf(i) == letters)
            {
                if (this[i].Stance != stance)
                {
                    break;
                }

                first = i;
            }
        }

        return first;
    }

    /// <summary>The UTC date of the claim's effective instant; <see cref="SinceKind.By"/> where its span is longer than a day.</summary>
    public (DateOnly Day, SinceKind Kind) Since(int i) =>
        (DateOnly.FromDateTime(new DateTime(EffectiveOf(i))), this[i].Has(ClaimTraits.Long) ? SinceKind.By : SinceKind.On);

    private (int Greatest, int Class) Greatest(bool firstHand)
    {
        var (greatest, highest) = (-1, -1);
        for (var i = Count - 1; i >= 0 && highest < HighestClass; i--)
        {
            if (this[i].IsFirstHand == firstHand && ClassOf(i) is var letters && letters > highest)
            {
                (greatest, highest) = (i, letters);
            }
        }

        return (greatest, highest);
    }
}
