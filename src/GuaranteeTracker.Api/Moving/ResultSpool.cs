using Microsoft.AspNetCore.WebUtilities;

namespace GuaranteeTracker.Api.Moving;

/// <summary>
/// Sends what is written while the caller reads, and keeps it in a file while the caller does not: many send everything before
/// they read anything, and would wait for ever for somebody who waits for them.
/// </summary>
/// <param name="target">The answer's body.</param>
internal sealed class ResultSpool(Stream target, CancellationToken cancellation) : IAsyncDisposable
{
    /// <summary>So much waits in memory, in bytes, before it goes to a file.</summary>
    private const int MostInMemory = 1024 * 1024;

    private readonly Lock _gate = new();
    private FileBufferingWriteStream _written = new(MostInMemory);
    private Task _sending = Task.CompletedTask;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            _written.Write(bytes);
        }
    }

    /// <summary>Begins to send what is written, unless it is under way.</summary>
    public void Send()
    {
        lock (_gate)
        {
            _sending = _sending.IsCompletedSuccessfully ? SendAsync() : _sending;
        }
    }

    /// <summary>Once all that was written is sent.</summary>
    public async Task EndAsync()
    {
        await _sending;
        await SendAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // who waits for the end hears of it
        await _written.DisposeAsync();
    }

    private async Task SendAsync()
    {
        await Task.Yield(); // a whole chunk's lines go together
        while (Take() is { } written)
        {
            await using (written)
            {
                await written.DrainBufferAsync(target, cancellation);
                await target.FlushAsync(cancellation);
            }
        }
    }

    private FileBufferingWriteStream? Take()
    {
        lock (_gate)
        {
            var written = _written;
            if (written.Length == 0)
            {
                return null;
            }

            _written = new(MostInMemory);
            return written;
        }
    }
}
