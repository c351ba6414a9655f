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

    /// <summary>More than so many bytes that nobody reads break the connection off.</summary>
    private const long MostUnsent = 1024L * 1024 * 1024;

    private readonly Lock _gate = new();
    private FileBufferingWriteStream _written = new(MostInMemory, MostUnsent);
    private Task _sending = Task.CompletedTask;
    private bool _isSending;

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
            if (!_isSending)
            {
                (_isSending, _sending) = (true, SendAsync(_sending));
            }
        }
    }

    /// <summary>Once all that was written is sent.</summary>
    public async Task EndAsync()
    {
        Send();
        await _sending;
    }

    public async ValueTask DisposeAsync()
    {
        await _sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // who waits for the end hears of it
        await _written.DisposeAsync();
    }

    /// <param name="before">What was sent before, which has nothing left to take and may still be ending.</param>
    private async Task SendAsync(Task before)
    {
        await Task.Yield(); // a whole chunk's lines go together
        await before;
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
                _isSending = false; // whatever is written from now on has to be sent anew
                return null;
            }

            _written = new(MostInMemory, MostUnsent);
            return written;
        }
    }
}
