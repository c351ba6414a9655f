using System.Runtime.InteropServices;
using GuaranteeTracker.Api.Recording.Checkpoints;

namespace GuaranteeTracker.Api.Reading.Records;

/// <summary>When every checkpoint was made, in memory: 16 bytes each. Checkpoints never change, so what is known of them only grows.</summary>
internal sealed class CheckpointTimes
{
    private readonly Lock _gate = new();
    private readonly List<long> _sequences = [];
    private readonly List<DateTime> _times = [];

    /// <summary>The last one known; null before the first.</summary>
    public Checkpoint? Last
    {
        get
        {
            lock (_gate)
            {
                return _sequences.Count == 0 ? null : At(_sequences.Count - 1);
            }
        }
    }

    /// <summary>The first of all; null before there is one.</summary>
    public Checkpoint? First
    {
        get
        {
            lock (_gate)
            {
                return _sequences.Count == 0 ? null : At(0);
            }
        }
    }

    /// <param name="checkpoints">In order; those known already are passed over.</param>
    public void Learn(IEnumerable<Checkpoint> checkpoints)
    {
        lock (_gate)
        {
            foreach (var checkpoint in checkpoints.Where(checkpoint => _sequences.Count == 0 || checkpoint.Sequence > _sequences[^1]))
            {
                _sequences.Add(checkpoint.Sequence);
                _times.Add(checkpoint.At);
            }
        }
    }

    /// <summary>The first that holds this sequence number; null where none that is known does.</summary>
    public Checkpoint? FirstCovering(long sequence)
    {
        lock (_gate)
        {
            var place = CollectionsMarshal.AsSpan(_sequences).BinarySearch(sequence);
            place = place < 0 ? ~place : place;
            return place == _sequences.Count ? null : At(place);
        }
    }

    /// <summary>The last that does not hold this sequence number; null where all do.</summary>
    public Checkpoint? LastBefore(long sequence)
    {
        lock (_gate)
        {
            var place = CollectionsMarshal.AsSpan(_sequences).BinarySearch(sequence);
            place = (place < 0 ? ~place : place) - 1;
            return place < 0 ? null : At(place);
        }
    }

    /// <summary>The last made at or before an instant (UTC); null where there is none.</summary>
    public Checkpoint? LastAtOrBefore(DateTime instant)
    {
        lock (_gate)
        {
            var place = CollectionsMarshal.AsSpan(_times).BinarySearch(instant);
            place = place < 0 ? ~place - 1 : place;
            return place < 0 ? null : At(place);
        }
    }

    private Checkpoint At(int place) => new(_sequences[place], _times[place]);
}
