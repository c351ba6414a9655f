using System.Runtime.CompilerServices;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Api.Mementos;

/// <summary>A checkpoint at which an answer may have changed.</summary>
/// <param name="Changed">Whether it did.</param>
/// <param name="Cells">How many cells were told to find out.</param>
internal sealed record Step(Checkpoint At, bool Changed, int Cells);

/// <summary>
/// Goes from checkpoint to checkpoint where something was recorded that may show in an answer, and compares the answer with that at the checkpoint before.
/// It looks no further than it is asked to, so a step costs the same however long the record is.
/// </summary>
/// <param name="last">Beyond it is nothing to see.</param>
internal sealed class ChangeWalk(CheckpointTimes checkpoints, Checkpoint first, Checkpoint last, IAnswerHistory history)
{
    /// <summary>How many sequence numbers are looked at together at first; four times as many after fewer than so many checkpoints were found among them.</summary>
    private const long Window = 4_096, Few = 64;

    /// <summary>The first checkpoint: from it on there is an answer.</summary>
    public Checkpoint First => first;

    public Checkpoint Last => last;

    /// <param name="after">A checkpoint's; not before the first.</param>
    public async IAsyncEnumerable<Step> ForwardAsync(long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (long from = after, window = Window; from < last.Sequence;)
        {
            var to = checkpoints.FirstCovering(Math.Min(from + window, last.Sequence))!.Sequence;
            var groups = Collect(from, to);
            foreach (var (at, touches) in groups)
            {
                yield return await StepAsync(at, touches, cancellation);
            }

            (from, window) = (to, groups.Count < Few ? window * 4 : window);
        }
    }

    /// <summary>Latest first, down to the one after the first checkpoint.</summary>
    /// <param name="upTo">A checkpoint's, inclusive.</param>
    public async IAsyncEnumerable<Step> BackwardAsync(long upTo, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (long to = upTo, window = Window; to > first.Sequence;)
        {
            var from = checkpoints.LastBefore(Math.Max(to - window, first.Sequence) + 1)!.Sequence;
            var groups = Collect(from, to);
            groups.Reverse();
            foreach (var (at, touches) in groups)
            {
                yield return await StepAsync(at, touches, cancellation);
            }

            (to, window) = (from, groups.Count < Few ? window * 4 : window);
        }
    }

    private async Task<Step> StepAsync(Checkpoint at, IReadOnlyCollection<Touch> touches, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var comparison = await history.CompareAsync(checkpoints.LastBefore(at.Sequence)?.Sequence ?? 0, at.Sequence, touches, cancellation);
        return new(at, comparison.Differs, comparison.Cells);
    }

    /// <summary>What was recorded after one checkpoint and up to another, by the checkpoint that first holds it, in order.</summary>
    private List<(Checkpoint At, IReadOnlyCollection<Touch> Touches)> Collect(long after, long upTo)
    {
        var touches = new List<Touch>();
        history.Collect(new(after + 1, upTo + 1), touches);
        touches.Sort((x, y) => x.Sequence.CompareTo(y.Sequence));
        var groups = new List<(Checkpoint, IReadOnlyCollection<Touch>)>();
        for (var i = 0; i < touches.Count;)
        {
            var (at, begin) = (checkpoints.FirstCovering(touches[i].Sequence)!, i);
            while (i < touches.Count && touches[i].Sequence <= at.Sequence)
            {
                i++;
            }

            groups.Add((at, touches.GetRange(begin, i - begin)));
        }

        return groups;
    }
}
