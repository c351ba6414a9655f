namespace GuaranteeTracker.Api.Importing;

/// <summary>Takes items in chunks that are saved together: as many as there are, up to a bound, and no more than are there when the input pauses.</summary>
internal sealed class ImportChunks(IAsyncEnumerator<ImportItem> items)
{
    private const int MostItems = 1_000, MostBytes = 4 * 1024 * 1024;

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(20);

    private Task<bool>? _next;

    /// <summary>Empty at the end.</summary>
    public async Task<IReadOnlyList<ImportItem>> NextAsync()
    {
        var (chunk, bytes) = (new List<ImportItem>(), 0);
        while (chunk.Count < MostItems && bytes < MostBytes)
        {
            _next ??= items.MoveNextAsync().AsTask();
            if (!_next.IsCompleted && chunk.Count > 0 && await Task.WhenAny(_next, Task.Delay(_pause)) != _next)
            {
                break;
            }

            if (chunk.Count > 0 && _next.IsFaulted)
            {
                break; // what was read before is good, and the next who asks hears of it
            }

            if (!await _next)
            {
                break; // and it stays at the end
            }

            _next = null;
            chunk.Add(items.Current);
            bytes += items.Current.Bytes;
        }

        return chunk;
    }

    /// <summary>Once nobody reads any more.</summary>
    public async Task EndAsync()
    {
        if (_next is not null)
        {
            await ((Task)_next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // whatever it is, nobody asks for it
        }
    }
}
