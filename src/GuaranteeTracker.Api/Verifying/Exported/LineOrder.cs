namespace GuaranteeTracker.Api.Verifying.Exported;

/// <summary>
/// Checks the sequence numbers of lines in the order of their leaves. No hash binds them, and the checkpoints in between, by which the store's
/// own are checked, are not in the file: so each number stands once, and rises but for those found late, which fill holes that were left below.
/// </summary>
/// <param name="covered">The signed checkpoint's number, which no leaf of it is above.</param>
/// <param name="known">The head's number, which no line is above.</param>
internal sealed class LineOrder(long covered, long known, Faults faults)
{
    /// <summary>Numbers below the highest that no line had yet.</summary>
    private readonly SortedSet<(long Last, long First)> _holes = [];

    private long _highest;

    /// <summary>How many were found late.</summary>
    public long Late { get; private set; }

    /// <summary>A line whose leaf the checkpoint covers.</summary>
    public void Add(ExportedLeaf leaf, long number)
    {
        if (leaf.Sequence > covered)
        {
            faults.Add(new("Its sequence number is beyond the checkpoint that covers its leaf.", Sequence: leaf.Sequence, Leaf: leaf.Index, Line: number));
        }
        else if (leaf.Sequence > _highest)
        {
            Leave(_highest + 1, leaf.Sequence - 1);
            _highest = leaf.Sequence;
        }
        else if (!Fill(leaf.Sequence))
        {
            faults.Add(new("Its sequence number is that of another line, or none.", Sequence: leaf.Sequence, Leaf: leaf.Index, Line: number));
        }
    }

    /// <summary>A line that only a later checkpoint covers.</summary>
    public void AddBeyond(ExportedLeaf leaf, long number)
    {
        if (leaf.Sequence <= covered || leaf.Sequence > known)
        {
            faults.Add(new("Its sequence number is not between those of the checkpoint and of the head.", Sequence: leaf.Sequence, Leaf: leaf.Index, Line: number));
        }
    }

    private void Leave(long first, long last)
    {
        if (first <= last)
        {
            _holes.Add((last, first));
        }
    }

    private bool Fill(long sequence)
    {
        var hole = _holes.GetViewBetween((sequence, long.MinValue), (long.MaxValue, long.MaxValue)).Min;
        if (!_holes.Contains(hole) || sequence < hole.First)
        {
            return false;
        }

        Late++;
        _holes.Remove(hole);
        Leave(hole.First, sequence - 1);
        Leave(sequence + 1, hole.Last);
        return true;
    }
}
