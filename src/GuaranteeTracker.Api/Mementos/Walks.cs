using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Api.Recording.Checkpoints;

namespace GuaranteeTracker.Api.Mementos;

/// <summary>Begins walks through the states of an original resource, at the last checkpoint.</summary>
internal sealed class Walks(RecordReader record, RecordKeeper keeper)
{
    public static Problem NothingRecorded { get; } = new(404, "nothing-recorded", "Nothing is on record yet, so there is no memento of this. Come back when something is.");

    /// <summary>Null before the first checkpoint.</summary>
    public async Task<ChangeWalk?> BeginAsync(Original original, CancellationToken cancellation)
    {
        var settled = await record.ReadSettledAsync(cancellation);
        return settled.K > 0 && keeper.Checkpoints is { First: { } first } checkpoints
            ? new(checkpoints, first, checkpoints.FirstCovering(settled.K)!, await original.ReadAsync(settled))
            : null;
    }

    /// <summary>The last checkpoint made at or before an instant (UTC); null where there is none.</summary>
    public Checkpoint? LastAtOrBefore(DateTime instant) => keeper.Checkpoints.LastAtOrBefore(instant);

    /// <param name="checkpoint">Not the first.</param>
    public Checkpoint Before(Checkpoint checkpoint) => keeper.Checkpoints.LastBefore(checkpoint.Sequence)!;
}
