using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GuaranteeTracker.Benchmarks.Ingesting;

/// <summary>Sends a file to <c>POST /api/import</c> over a connection of its own, and reads result lines meanwhile.</summary>
internal sealed class ImportUpload(Uri service, string key)
{
    private const int Chunk = 256 * 1024;

    /// <summary>The result lines so far.</summary>
    public ResultTally Results { get; } = new();

    /// <returns>The answer's status, once its last line is read.</returns>
    /// <exception cref="IOException">The service hung up before.</exception>
    public async Task<int> RunAsync(Stream file, CancellationToken cancellation)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new DnsEndPoint(service.Host, service.Port), cancellation);
        await using var stream = new NetworkStream(socket);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var sending = Task.Run(() => SendAsync(stream, file, stop.Token), cancellation);
        try
        {
            return await ReceiveAsync(stream, cancellation);
        }
        finally
        {
            await stop.CancelAsync();
            await sending;
        }
    }

    private async Task SendAsync(NetworkStream stream, Stream file, CancellationToken stop)
    {
        try
        {
            await stream.WriteAsync(
                Encoding.ASCII.GetBytes(
                    $"POST /api/import HTTP/1.1\r\nHost: {service.Authority}\r\nAuthorization: Bearer {key}\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n"),
                stop);
            var buffer = new byte[Chunk + 16];
            for (int read; (read = await file.ReadAsync(buffer.AsMemory(8, Chunk), stop)) > 0;)
            {
                Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{read:x6}\r\n"), buffer);
                "\r\n"u8.CopyTo(buffer.AsSpan(8 + read));
                await stream.WriteAsync(buffer.AsMemory(0, 8 + read + 2), stop);
            }

            await stream.WriteAsync("0\r\n\r\n"u8.ToArray(), stop);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            return; // whoever reads the answer learns why
        }
    }

    private async Task<int> ReceiveAsync(NetworkStream stream, CancellationToken cancellation)
    {
        var body = new ChunkedBody(PipeReader.Create(stream, new(bufferSize: 64 * 1024)));
        var head = await body.HeadAsync(cancellation);
        if (head.IsChunked && head.Status == 200)
        {
            await body.ReadAsync(piece => Results.Add(piece.Span), cancellation);
        }

        return head.Status;
    }
}
