namespace GuaranteeTracker.Api.Verifying.Stored;

/// <summary>
/// Checks in which order leaves take their events: between two checkpoints first those found late, below the earlier one's number, then the
/// others, both in the order of sequence. No hash binds a sequence number; this does.
/// </summary>
internal sealed class LeafOrder(Faults faults)
{
    private long _passed, _last;
    private bool _isLate = true;

    /// <summary>How many were found late.</summary>
    public long Late { get; private set; }

    public void Add(long index, long sequence)
    {
        var isLate = sequence <= _passed;
        Late += isLate ? 1 : 0;
        if (isLate != _isLate)
        {
            if (isLate)
            {
                faults.Add(new("This leaf is not in the order of sequence.", Sequence: sequence, Leaf: index));
            }

            (_isLate, _last) = (isLate, 0);
        }

        if (sequence <= _last)
        {
            faults.Add(new("This leaf is not in the order of sequence.", Sequence: sequence, Leaf: index));
        }

        _last = sequence;
    }

    public void End(CheckpointRow row)
    {
        if (!_isLate && _last > row.Sequence)
        {
            faults.Add(new("It covers a leaf whose event has a greater sequence number.", Sequence: row.Sequence, Checkpoint: row.Size));
        }

        (_passed, _last, _isLate) = (row.Sequence, 0, true);
    }
}
