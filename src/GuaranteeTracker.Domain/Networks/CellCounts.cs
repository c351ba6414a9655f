namespace GuaranteeTracker.Domain.Networks;

/// <summary>Counts the claims of each cell, window after window.</summary>
internal sealed class CellCounts
{
    private readonly SidedClaims _claims;
    private readonly SidedCell[] _cells;
    private readonly FirstOfItsKind _firsts;
    private readonly int[] _from, _to;
    private readonly List<CellCount> _counts = [];

    /// <param name="byActor">Whether the cells of an actor stand together; else those of a topic.</param>
    public CellCounts(SidedClaims claims, Duplicates duplicates, bool byActor)
    {
        _claims = claims;
        _cells = byActor ? [.. claims.Cells.OrderBy(cell => cell.Actor).ThenBy(cell => cell.Topic)] : claims.Cells;
        _firsts = new(duplicates, claims.MostSources);
        _from = Array.ConvertAll(_cells, cell => cell.First);
        _to = Array.ConvertAll(_cells, cell => cell.First);
    }

    /// <summary>How many claims were looked at so far.</summary>
    public long Visited { get; private set; }

    /// <summary>Cells with a claim that counts, in order.</summary>
    /// <param name="window">None that begins or ends before the one asked for last.</param>
    public ReadOnlySpan<CellCount> In(DayWindow window)
    {
        _counts.Clear();
        var (first, last) = (window.First.DayNumber, window.Last.DayNumber);
        for (var i = 0; i < _cells.Length; i++)
        {
            ref readonly var cell = ref _cells[i];
            var from = MoveTo(first, _from[i], cell.End);
            var to = MoveTo(last + 1, Math.Max(from, _to[i]), cell.End);
            (_from[i], _to[i]) = (from, to);
            if (from < to)
            {
                Add(cell, from, to);
            }
        }

        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_counts);
    }

    private int MoveTo(int day, int claim, int end)
    {
        while (claim < end && _claims.DayOf(claim) < day)
        {
            claim++;
        }

        return claim;
    }

    private void Add(in SidedCell cell, int from, int to)
    {
        var (agree, disagree) = (0, 0);
        _firsts.Begin();
        foreach (ref readonly var claim in _claims.Of(from, to))
        {
            if (_firsts.Counts(cell.Timeline, claim))
            {
                (agree, disagree) = claim.Agrees ? (agree + 1, disagree) : (agree, disagree + 1);
            }
        }

        Visited += to - from;
        _counts.Add(new(cell.Actor, cell.Topic, agree, disagree));
    }
}

/// <summary>How often one actor took each side of one topic.</summary>
internal readonly record struct CellCount(int Actor, int Topic, int Agree, int Disagree)
{
    public int Claims => Agree + Disagree;
}
