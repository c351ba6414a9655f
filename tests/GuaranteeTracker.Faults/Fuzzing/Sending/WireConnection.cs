using System.Net.Sockets;

namespace GuaranteeTracker.Faults.Fuzzing.Sending;

/// <summary>A connection that is kept alive as long as the service keeps it, and made anew where it does not.</summary>
/// <param name="lost">Told of each request that was sent and not answered: nobody knows whether it was heard.</param>
internal sealed class WireConnection(Uri service, TimeSpan deadline, Action<WireRequest> lost) : IDisposable
{
    private Socket? _socket;
    private AnswerReader? _reader;

    /// <returns>Null: the service ended the connection without an answer.</returns>
    /// <exception cref="TimeoutException">No answer came in time.</exception>
    public async Task<WireAnswer?> SendAsync(WireRequest request)
    {
        var wasOpen = _socket is not null;
        using var patience = new CancellationTokenSource(deadline);
        try
        {
            var answer = await TrySendAsync(request, patience.Token);
            return answer is null && wasOpen ? await TrySendAsync(request, patience.Token) : answer; // the kept connection may have been closed meanwhile
        }
        catch (OperationCanceledException)
        {
            Close();
            lost(request);
            throw new TimeoutException($"No answer within {deadline.TotalSeconds:0} s.");
        }
    }

    public void Dispose() => Close();

    private async Task<WireAnswer?> TrySendAsync(WireRequest request, CancellationToken cancellation)
    {
        if (_socket is null)
        {
            _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await _socket.ConnectAsync(service.Host, service.Port, cancellation);
            _reader = new(_socket);
        }

        await PushAsync(_socket, request, cancellation);
        try
        {
            var answer = await _reader!.ReadAsync(request.Method, cancellation);
            if (answer.IsStream || request.Endings != Endings.Answered || answer.Header("connection").Contains("close", StringComparison.OrdinalIgnoreCase))
            {
                Close();
            }

            return answer;
        }
        catch (Exception e) when (e is EndOfStreamException or SocketException)
        {
            Close();
            lost(request);
            return null;
        }
    }

    private static async Task PushAsync(Socket socket, WireRequest request, CancellationToken cancellation)
    {
        try
        {
            for (var sent = 0; sent < request.Bytes.Length;)
            {
                sent += await socket.SendAsync(request.Bytes.AsMemory(sent), cancellation);
            }

            if (request.Endings.HasFlag(Endings.Cut))
            {
                socket.Shutdown(SocketShutdown.Send);
            }
        }
        catch (SocketException)
        {
            return; // it is refused before it is read to its end; the answer tells why
        }
    }

    private void Close()
    {
        _socket?.Dispose();
        (_socket, _reader) = (null, null);
    }
}
