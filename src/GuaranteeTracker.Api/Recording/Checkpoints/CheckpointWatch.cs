namespace GuaranteeTracker.Api.Recording.Checkpoints;

/// <summary>Notices new checkpoints for everybody on this node who waits for one: they share each look at the database, and without them there is none.</summary>
internal sealed class CheckpointWatch(CheckpointReader checkpoints, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();

    private Task<long> _look = Task.FromResult(0L);

    /// <summary>Waits for a checkpoint beyond a sequence number, for as long as it takes, also while the database is away.</summary>
    /// <returns>The last checkpoint's sequence number.</returns>
    /// <exception cref="OperationCanceledException">The service stops, or the caller no longer waits.</exception>
    public async Task<long> BeyondAsync(long sequence, CancellationToken cancellation)
    {
        while (true)
        {
            var last = await NextLook().WaitAsync(cancellation);
            if (last > sequence)
            {
                return last;
            }
        }
    }

    /// <summary>The look that is coming, for whoever asks before it is over.</summary>
    private Task<long> NextLook()
    {
        lock (_gate)
        {
            return _look = _look.IsCompleted ? LookAsync() : _look;
        }
    }

    /// <returns>0 where there is no checkpoint, or no telling.</returns>
    private async Task<long> LookAsync()
    {
        await Task.Delay(_pause, lifetime.ApplicationStopping);
        try
        {
            return (await checkpoints.LastAsync(lifetime.ApplicationStopping))?.Sequence ?? 0;
        }
        catch (Exception e) when (Conflicts.IsConnectionLost(e))
        {
            return 0; // the next look may find it back
        }
    }
}
