using System.Net;
using System.Net.Sockets;

namespace GuaranteeTracker.Benchmarks.Loading;

/// <summary>One kept-alive HTTP/1.1 connection that sends bytes made beforehand and reads no more of an answer than where it ends: the load shares the machine with the service.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _buffer = new byte[64 * 1024];

    public static async Task<RawConnection> OpenAsync(DnsEndPoint service, CancellationToken cancellation)
    {
        var connection = new RawConnection();
        await connection._socket.ConnectAsync(service, cancellation);
        return connection;
    }

    /// <returns>Status and the length of the body as sent, compressed or not.</returns>
    /// <exception cref="IOException">The service hung up, or answers with something else than HTTP.</exception>
    public async ValueTask<(int Status, long Bytes)> AskAsync(ReadOnlyMemory<byte> request, CancellationToken cancellation)
    {
        await _socket.SendAsync(request, cancellation);
        var (filled, head) = (0, -1);
        while (head < 0)
        {
            filled += await ReceiveAsync(filled, cancellation);
            head = _buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8);
        }

        var answer = AnswerHead.Parse(_buffer.AsSpan(0, head + 2));
        var body = filled - head - 4;
        if (!answer.IsChunked)
        {
            for (long rest = answer.Length - body; rest > 0;)
            {
                rest -= await ReceiveAsync(0, cancellation);
            }

            return (answer.Status, answer.Length);
        }

        long all = body;
        while (!_buffer.AsSpan(0, filled).EndsWith("0\r\n\r\n"u8))
        {
            var kept = Math.Min(filled, 8); // the end may come in two parts
            _buffer.AsSpan(filled - kept, kept).CopyTo(_buffer);
            var more = await ReceiveAsync(kept, cancellation);
            (filled, all) = (kept + more, all + more);
        }

        return (answer.Status, all);
    }

    public void Dispose() => _socket.Dispose();

    private async ValueTask<int> ReceiveAsync(int at, CancellationToken cancellation)
    {
        if (at == _buffer.Length)
        {
            Array.Resize(ref _buffer, 2 * at);
        }

        var received = await _socket.ReceiveAsync(_buffer.AsMemory(at), cancellation);
        return received > 0 ? received : throw new IOException("The service closed the connection.");
    }
}
