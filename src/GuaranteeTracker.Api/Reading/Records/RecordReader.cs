using GuaranteeTracker.Api.Recording.Checkpoints;

namespace GuaranteeTracker.Api.Reading.Records;

/// <summary>Reads the record as a caller means it: as it is now, at the last checkpoint, or at a K once nothing can change that any more.</summary>
internal sealed class RecordReader(RecordKeeper keeper, Horizon horizon)
{
    /// <summary>How long a K that is not settled yet is waited for.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2), _pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Everything committed before this call, by whichever node.</summary>
    public async Task<KnownRecord> ReadAsync(CancellationToken cancellation)
    {
        var current = await keeper.ReadAsync(cancellation);
        return new(KnownUpTo(current.Settled.Mark) with { Sequence = current.Last, Pending = current.Tail.Count }, current);
    }

    /// <summary>What the last checkpoint covers.</summary>
    public async Task<KnownRecord> ReadSettledAsync(CancellationToken cancellation)
    {
        var settled = (await keeper.ReadAsync(cancellation)).Settled;
        return new(KnownUpTo(settled.Mark), settled);
    }

    /// <summary>At a K; null when it cannot be settled within two seconds, so that no answer can ever change.</summary>
    public async Task<KnownRecord?> ReadAsync(KnownAt at, CancellationToken cancellation)
    {
        var known = at switch
        {
            KnownAt.Instant { At: var instant } => await SettleAsync(instant, cancellation),
            KnownAt.Sequence { Number: var number } => await SettleAsync(number, cancellation),
            _ => throw new NotSupportedException($"{at.GetType().Name} is no way to write K."),
        };
        return known is null ? null : new(known, await keeper.ReadSettledAsync(known.Sequence, cancellation));
    }

    private async Task<Known?> SettleAsync(long number, CancellationToken cancellation)
    {
        var isCovered = keeper.Checkpoints.Last?.Sequence >= number
            || await WaitAsync(async () => (await keeper.ReadAsync(cancellation)).Settled.Mark >= number, _patience, cancellation);
        return isCovered ? KnownUpTo(number) : null;
    }

    private async Task<Known?> SettleAsync(DateTime instant, CancellationToken cancellation)
    {
        if (!(keeper.Checkpoints.Last?.At > instant))
        {
            // No waiting for a moment that is further ahead than the patience allows.
            var patience = instant - await horizon.NowAsync(cancellation) > _patience ? TimeSpan.Zero : _patience;
            if (!await WaitAsync(() => horizon.IsPastAsync(instant, cancellation), patience, cancellation))
            {
                return null;
            }

            await keeper.ReadAsync(cancellation);
        }

        return keeper.Checkpoints.LastAtOrBefore(instant) is { } last ? new(last.Sequence, last.At, 0) : new(0, null, 0);
    }

    /// <param name="sequence">Covered by a checkpoint; 0 is before the first.</param>
    private Known KnownUpTo(long sequence) => new(sequence, sequence == 0 ? null : keeper.Checkpoints.FirstCovering(sequence)?.At, 0);

    private static async Task<bool> WaitAsync(Func<Task<bool>> settled, TimeSpan patience, CancellationToken cancellation)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await settled())
        {
            if (TimeProvider.System.GetElapsedTime(began) >= patience)
            {
                return false;
            }

            await Task.Delay(_pause, cancellation);
        }

        return true;
    }
}
