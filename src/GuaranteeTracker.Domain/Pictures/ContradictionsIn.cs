
namespace GuaranteeTracker.Domain.Pictures;

/// <summary>Finds the contradictions of a cell: rule 6.</summary>
internal static class ContradictionsIn
{
    /// <summary>How far apart two voices may be and still speak at once: 7 × 24 hours, inclusive.</summary>
    private const long AtOnce = 7 * TimeSpan.TicksPerDay;

    private static readonly ValueList<Contradiction> _none = [];

    /// <summary>All of one cell, ordered by kind, then the other claim's id.</summary>
    public static ValueList<Contradiction> Find(LiveCell cell, int standing)
    {
        if (!cell[standing].IsFirstHand)
        {
            return _none;
        }

        var found = new List<Contradiction>();
        FindHearsay(cell, standing, found);
        FindVoices(cell, standing, found);
        if (found.Count == 0)
        {
            return _none;
        }

        found.Sort((x, y) => x.Kind != y.Kind ? x.Kind.CompareTo(y.Kind) : x.Claims[1].CompareTo(y.Claims[1])); // kinds are declared in the order of their words
        return [.. found];
    }

    private static void FindHearsay(LiveCell cell, int standing, List<Contradiction> found)
    {
        foreach (var other in cell.Hearsay.IsEmpty ? [] : Greatest(cell, cell.Hearsay, static (cell, i) => cell.TalkersOf(i).ReportedBy))
        {
            if (Math.Abs(cell[other].Stance - cell[standing].Stance) >= 2)
            {
                var kind = cell[standing].Effective >= cell[other].Effective ? ContradictionKind.DeniedHearsay : ContradictionKind.UnconfirmedHearsay;
                found.Add(Between(cell, kind, standing, other));
            }
        }
    }

    private static void FindVoices(LiveCell cell, int standing, List<Contradiction> found)
    {
        // Whoever speaks against it has to be near it; only then is it worth asking who is whose greatest.
        if (cell.TalkersOf(standing).Speaker is null || !AnyAgainst(cell, standing))
        {
            return;
        }

        foreach (var other in Greatest(cell, cell.FirstHand(), static (cell, i) => cell.TalkersOf(i).Speaker))
        {
            if (SpeaksAgainst(cell, standing, other))
            {
                found.Add(Between(cell, ContradictionKind.SplitVoice, standing, other));
            }
        }
    }

    private static bool AnyAgainst(LiveCell cell, int standing)
    {
        for (var i = cell.Count - 1; i >= 0 && cell[i].Effective >= cell[standing].Effective - AtOnce; i--)
        {
            if (SpeaksAgainst(cell, standing, i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool SpeaksAgainst(LiveCell cell, int standing, int other)
    {
        ref readonly var one = ref cell[standing];
        ref readonly var two = ref cell[other];
        return two.IsFirstHand && Math.Sign((int)one.Stance) * Math.Sign((int)two.Stance) < 0
            && Math.Abs(one.Effective - two.Effective) <= AtOnce
            && !one.Has(Timelines.ClaimTraits.OpenStart) && !two.Has(Timelines.ClaimTraits.OpenStart)
            && cell.TalkersOf(other).Speaker is { } speaker && speaker != cell.TalkersOf(standing).Speaker;
    }

    /// <summary>Of each reporter, or speaker, the greatest of some claims, given in the order of rank.</summary>
    private static List<int> Greatest(LiveCell cell, ReadOnlySpan<int> among, Who who)
    {
        var greatest = new List<int>();
        for (var i = among.Length - 1; i >= 0; i--)
        {
            var (other, mine) = (among[i], 0);
            while (mine < greatest.Count && who(cell, greatest[mine]) != who(cell, other))
            {
                mine++;
            }

            if (mine == greatest.Count)
            {
                greatest.Add(other);
            }
            else if (cell.ClassOf(other) > cell.ClassOf(greatest[mine]))
            {
                greatest[mine] = other;
            }
        }

        return greatest;
    }

    private delegate string? Who(LiveCell cell, int i);

    private static Contradiction Between(LiveCell cell, ContradictionKind kind, int standing, int other) =>
        new(kind, cell.Actor, cell.Timeline.Topic, [cell.DetailOf(standing).Claim, cell.DetailOf(other).Claim]);
}
