using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Domain.Pictures;

/// <summary>Finds the contradictions of a cell: rule 6.</summary>
internal static class ContradictionsIn
{
    /// <summary>How far apart two voices may be and still speak at once: 7 × 24 hours, inclusive.</summary>
    private const long AtOnce = 7 * TimeSpan.TicksPerDay;

    /// <summary>As many are remembered while a cell's hearsay is gone through; of others each claim is compared with all.</summary>
    private const int MostReporters = 16;

    private static readonly ValueList<Contradiction> _none = [];

    /// <summary>All of one cell, ordered by kind, then the other claim's id.</summary>
    public static ValueList<Contradiction> Find(in LiveCell cell, int standing)
    {
        if (!cell[standing].IsFirstHand)
        {
            return _none;
        }

        List<Contradiction>? found = null;
        FindHearsay(cell, standing, ref found);
        FindVoices(cell, standing, ref found);
        if (found is null)
        {
            return _none;
        }

        found.Sort((x, y) => x.Kind != y.Kind ? x.Kind.CompareTo(y.Kind) : x.Claims[1].CompareTo(y.Claims[1])); // kinds are declared in the order of their words
        return [.. found];
    }

    private static void FindHearsay(in LiveCell cell, int standing, ref List<Contradiction>? found)
    {
        var (stance, effective) = (cell[standing].Stance, cell.EffectiveOf(standing));
        Span<int> reporters = stackalloc int[MostReporters];
        var heard = 0;
        for (var told = cell.Hearsay.Length - 1; told >= 0; told--)
        {
            var (other, reporter) = (cell.Hearsay[told], cell.VoiceOf(cell.Hearsay[told]).Reporter);
            if (reporters[..heard].Contains(reporter))
            {
                continue; // what came later was in the highest class
            }

            if (heard < MostReporters && cell.ClassOf(other) == LiveCell.HighestClass)
            {
                reporters[heard++] = reporter;
            }

            if (Math.Abs(cell[other].Stance - stance) >= 2 && IsItsReportersGreatest(cell, told))
            {
                Add(ref found, cell, effective >= cell.EffectiveOf(other) ? ContradictionKind.DeniedHearsay : ContradictionKind.UnconfirmedHearsay, standing, other);
            }
        }
    }

    private static void FindVoices(in LiveCell cell, int standing, ref List<Contradiction>? found)
    {
        if (cell.VoiceOf(standing).Speaker == Voices.Nobody || cell[standing].Has(ClaimTraits.OpenStart))
        {
            return;
        }

        var (earliest, latest) = (cell.EffectiveOf(standing) - AtOnce, cell.EffectiveOf(standing) + AtOnce);
        for (var other = cell.Count - 1; other >= 0 && cell.EffectiveOf(other) >= earliest; other--)
        {
            if (cell.EffectiveOf(other) <= latest && SpeaksAgainst(cell, standing, other) && IsItsSpeakersGreatest(cell, other))
            {
                Add(ref found, cell, ContradictionKind.SplitVoice, standing, other);
            }
        }
    }

    private static bool SpeaksAgainst(in LiveCell cell, int standing, int other)
    {
        ref readonly var claim = ref cell[other];
        var speaker = cell.VoiceOf(other).Speaker;
        return claim.IsFirstHand && Math.Sign((int)cell[standing].Stance) * Math.Sign((int)claim.Stance) < 0
            && !claim.Has(ClaimTraits.OpenStart) && speaker != Voices.Nobody && speaker != cell.VoiceOf(standing).Speaker;
    }

    /// <summary>Among the hearsay of one reporter: none comes after it in its class, and none is of a higher one.</summary>
    private static bool IsItsReportersGreatest(in LiveCell cell, int told)
    {
        var mine = cell.Hearsay[told];
        var (reporter, letters) = (cell.VoiceOf(mine).Reporter, cell.ClassOf(mine));
        for (var i = cell.Hearsay.Length - 1; i >= 0 && !(i < told && letters == LiveCell.HighestClass); i--)
        {
            var other = cell.Hearsay[i];
            if (i != told && cell.VoiceOf(other).Reporter == reporter && Outranks(cell.ClassOf(other), i > told, letters))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Among the first-hand claims of one speaker: none comes after it in its class, and none is of a higher one.</summary>
    private static bool IsItsSpeakersGreatest(in LiveCell cell, int mine)
    {
        var (speaker, letters) = (cell.VoiceOf(mine).Speaker, cell.ClassOf(mine));
        for (var i = cell.Count - 1; i >= 0 && !(i < mine && letters == LiveCell.HighestClass); i--)
        {
            if (i != mine && cell[i].IsFirstHand && cell.VoiceOf(i).Speaker == speaker && Outranks(cell.ClassOf(i), i > mine, letters))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Outranks(int others, bool isLater, int mine) => isLater ? others >= mine : others > mine;

    private static void Add(ref List<Contradiction>? found, in LiveCell cell, ContradictionKind kind, int standing, int other) =>
        (found ??= []).Add(new(kind, cell.Actor, cell.Timeline.Topic, [cell.DetailOf(standing).Claim, cell.DetailOf(other).Claim]));
}
