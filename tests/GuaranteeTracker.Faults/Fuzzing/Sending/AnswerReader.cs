using System.Globalization;
using System.IO.Compression;
using System.Net.Sockets;
using System.Text;

namespace GuaranteeTracker.Faults.Fuzzing.Sending;

/// <summary>Reads HTTP/1.1 answers, one after another, from a socket.</summary>
internal sealed class AnswerReader(Socket socket)
{
    private const string LiveEvents = "text/event-stream";

    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start, _end;

    /// <exception cref="EndOfStreamException">The other side ended before the answer did.</exception>
    public async Task<WireAnswer> ReadAsync(string method, CancellationToken cancellation)
    {
        var status = int.Parse((await LineAsync(cancellation)).Split(' ')[1], CultureInfo.InvariantCulture);
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await LineAsync(cancellation) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var (name, value) = (line[..colon].ToLowerInvariant(), line[(colon + 1)..].Trim());
            headers[name] = headers.TryGetValue(name, out var before) ? $"{before}, {value}" : value;
        }

        if (status == 100)
        {
            return await ReadAsync(method, cancellation);
        }

        var isStream = headers.GetValueOrDefault("content-type", "").StartsWith(LiveEvents, StringComparison.Ordinal);
        return new(status, headers, method == "HEAD" || status is 204 or 304 || isStream ? [] : await BodyAsync(headers, cancellation), isStream);
    }

    private async Task<byte[]> BodyAsync(Dictionary<string, string> headers, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        if (headers.GetValueOrDefault("transfer-encoding", "").Equals("chunked", StringComparison.OrdinalIgnoreCase))
        {
            while (int.Parse(await LineAsync(cancellation), NumberStyles.HexNumber, CultureInfo.InvariantCulture) is > 0 and var length)
            {
                await CopyAsync(body, length, cancellation);
                await LineAsync(cancellation);
            }

            await LineAsync(cancellation);
        }
        else if (headers.TryGetValue("content-length", out var length))
        {
            await CopyAsync(body, int.Parse(length, CultureInfo.InvariantCulture), cancellation);
        }

        return Unpacked(body, headers.GetValueOrDefault("content-encoding", ""));
    }

    /// <exception cref="InvalidDataException">It is not packed as it says.</exception>
    private static byte[] Unpacked(MemoryStream body, string encoding)
    {
        body.Position = 0;
        using Stream? packed = encoding switch
        {
            _ when body.Length == 0 => null,
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => null,
        };
        if (packed is null)
        {
            return body.ToArray();
        }

        using var whole = new MemoryStream();
        packed.CopyTo(whole);
        return whole.ToArray();
    }

    private async Task CopyAsync(MemoryStream to, int length, CancellationToken cancellation)
    {
        while (length > 0)
        {
            await FillAsync(cancellation);
            var some = Math.Min(length, _end - _start);
            to.Write(_buffer, _start, some);
            _start += some;
            length -= some;
        }
    }

    private async Task<string> LineAsync(CancellationToken cancellation)
    {
        var line = new StringBuilder();
        while (true)
        {
            await FillAsync(cancellation);
            var at = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            var length = at < 0 ? _end - _start : at;
            line.Append(Encoding.Latin1.GetString(_buffer, _start, length));
            _start += at < 0 ? length : length + 1;
            if (at >= 0)
            {
                return line.ToString().TrimEnd('\r');
            }
        }
    }

    private async Task FillAsync(CancellationToken cancellation)
    {
        if (_start == _end)
        {
            (_start, _end) = (0, await socket.ReceiveAsync(_buffer, cancellation));
            if (_end == 0)
            {
                throw new EndOfStreamException();
            }
        }
    }
}
