using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Domain.Networks;

/// <summary>Tells the claims of a cell that count from their duplicates: later ones of the same side and the same document, day, week, month, year or range.</summary>
internal sealed class FirstOfItsKind(Duplicates duplicates, int mostSources)
{
    private const int DaysInWeek = 7, Nothing = -1;

    /// <summary>Of each source and side the cell that had it last.</summary>
    private readonly int[] _documents = new int[duplicates == Duplicates.Document ? 2 * mostSources : 0];

    private int _cell, _agreed, _disagreed;

    /// <summary>Begins a cell, or another stretch of it.</summary>
    public void Begin() => (_cell, _agreed, _disagreed) = (_cell + 1, Nothing, Nothing);

    /// <summary>To be asked of one claim after the other, in the order of time.</summary>
    public bool Counts(TopicTimeline timeline, in SidedClaim claim)
    {
        if (duplicates == Duplicates.All)
        {
            return true;
        }

        ref var last = ref LastOf(timeline, claim);
        var now = duplicates == Duplicates.Document ? _cell : PeriodOf(claim.Day);
        var isFirst = last != now;
        last = now;
        return isFirst;
    }

    private ref int LastOf(TopicTimeline timeline, in SidedClaim claim)
    {
        if (duplicates == Duplicates.Document)
        {
            return ref _documents[(2 * timeline.Entries[claim.Place].Source) + (claim.Agrees ? 1 : 0)];
        }

        return ref claim.Agrees ? ref _agreed : ref _disagreed;
    }

    /// <summary>Numbers that no two periods share.</summary>
    private int PeriodOf(int day) => duplicates switch
    {
        Duplicates.Day => day,
        Duplicates.Week => day / DaysInWeek, // day 0 is a Monday
        Duplicates.Month => DateOnly.FromDayNumber(day) is var date ? (date.Year * 12) + date.Month : 0,
        Duplicates.Year => DateOnly.FromDayNumber(day).Year,
        Duplicates.Range => 0,
        _ => throw new NotSupportedException($"There is no period for {duplicates}."),
    };
}
