namespace GuaranteeTracker.Api.Reading.Records;

/// <summary>One read serves all who asked before it began; who comes while one is under way shares the next.</summary>
internal sealed class SharedRead<T>(Func<Task<T>> read)
{
    private readonly Lock _gate = new();

    private Task<T>? _running, _next;

    /// <summary>What a read gave that began after this call.</summary>
    public Task<T> AskAsync(CancellationToken cancellation)
    {
        lock (_gate)
        {
            var mine = _next ?? (_running is { IsCompleted: false } ? _next = RunAfterAsync(_running) : _running = Task.Run(read, CancellationToken.None));
            return mine.WaitAsync(cancellation);
        }
    }

    private async Task<T> RunAfterAsync(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding); // its failure is for those who asked for it
        lock (_gate)
        {
            (_running, _next) = (_next, null);
        }

        return await read();
    }
}
