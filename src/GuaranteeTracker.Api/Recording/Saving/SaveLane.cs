using System.Threading.Channels;

namespace GuaranteeTracker.Api.Recording.Saving;

/// <summary>One save after another: each takes all that wait, up to a bound.</summary>
internal sealed class SaveLane
{
    /// <summary>So much is saved together at most, in claims.</summary>
    public const int MostSingles = 128, MostInBatches = 1_000;

    private readonly int _most;
    private readonly Channel<Entry> _waiting;
    private readonly Saver _saver;
    private readonly Task _running;

    /// <param name="room">So many entries wait at most.</param>
    /// <param name="most">So much is saved together at most, in claims; what is larger is saved alone.</param>
    /// <param name="stop">Breaks off a save.</param>
    public SaveLane(Saver saver, int room, int most, CancellationToken stop)
    {
        (_saver, _most) = (saver, most);
        _waiting = Channel.CreateBounded<Entry>(new BoundedChannelOptions(room) { SingleReader = true });
        using (ExecutionContext.SuppressFlow()) // it belongs to no request
        {
            _running = Task.Run(() => RunAsync(stop), CancellationToken.None);
        }
    }

    /// <summary>False where there is no more room.</summary>
    public bool TryAdd(Entry entry) => _waiting.Writer.TryWrite(entry);

    /// <summary>Takes nothing more, and ends when all that waits is saved.</summary>
    public Task CloseAsync()
    {
        _waiting.Writer.TryComplete();
        return _running;
    }

    private async Task RunAsync(CancellationToken stop)
    {
        while (await _waiting.Reader.WaitToReadAsync(CancellationToken.None))
        {
            var entries = Take();
            try
            {
                await _saver.SaveAsync(entries, stop);
            }
            catch (Exception e) // whatever it is, they hear of it, and the lane goes on
            {
                entries.ForEach(entry => entry.Fail(e));
            }
        }
    }

    private List<Entry> Take()
    {
        var (taken, size) = (new List<Entry>(), 0);
        while (_waiting.Reader.TryPeek(out var next) && (size == 0 || size + next.Size <= _most) && _waiting.Reader.TryRead(out next))
        {
            if (next.TryTake())
            {
                taken.Add(next);
                size += next.Size;
            }
        }

        return taken;
    }
}
