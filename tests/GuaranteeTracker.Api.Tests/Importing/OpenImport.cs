using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Importing;

/// <summary>An import over a socket: lines are sent and results read whenever a test wants to, which no HTTP/1.1 client of the framework does.</summary>
internal sealed class OpenImport : IAsyncDisposable
{
    private readonly TcpClient _socket = new();
    private readonly Queue<string> _lines = [];
    private readonly MemoryStream _line = new();
    private Stream? _answer;

    private OpenImport()
    {
    }

    public static async Task<OpenImport> BeginAsync(Tracker tracker, string query = "", string key = Tracker.AdminKey)
    {
        var import = new OpenImport();
        var address = tracker.Public.BaseAddress!;
        await import._socket.ConnectAsync(address.Host, address.Port);
        await import.WriteAsync(
            $"POST /api/import{query} HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {key}\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
        return import;
    }

    public Task SendAsync(params IEnumerable<string> lines) => SendTextAsync(string.Concat(lines.Select(line => line + "\n")));

    /// <summary>A chunk, which may end in the midst of a line.</summary>
    public async Task SendTextAsync(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        await WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{bytes.Length:x}\r\n"));
        await _socket.GetStream().WriteAsync(bytes);
        await WriteAsync("\r\n");
    }

    public Task EndAsync() => WriteAsync("0\r\n\r\n");

    /// <summary>The next line of the answer.</summary>
    public async Task<JsonObject> NextAsync()
    {
        if (_answer is null)
        {
            _answer = new BufferedStream(_socket.GetStream());
            (await ReadLineAsync()).Should().StartWith("HTTP/1.1 200");
            while ((await ReadLineAsync()).Length > 0)
            {
            }
        }

        while (_lines.Count == 0)
        {
            await ReadChunkAsync();
        }

        return JsonNode.Parse(_lines.Dequeue())!.AsObject();
    }

    public async Task<List<JsonObject>> RestAsync()
    {
        var all = new List<JsonObject>();
        do
        {
            all.Add(await NextAsync());
        }
        while (all[^1]["line"] is not null);
        return all;
    }

    /// <summary>Once the service has said all that it says.</summary>
    public Task ClosedAsync() => Soon(_answer!.CopyToAsync(Stream.Null));

    /// <summary>Hangs up.</summary>
    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _line.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task WriteAsync(string text) => _socket.GetStream().WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask();

    /// <summary>Chunks begin and end anywhere in lines.</summary>
    private async Task ReadChunkAsync()
    {
        var size = int.Parse(await ReadLineAsync(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        size.Should().BePositive("the answer has a last line");
        var chunk = new byte[size];
        await Soon(_answer!.ReadExactlyAsync(chunk).AsTask());
        await ReadLineAsync();
        foreach (var part in chunk)
        {
            _line.WriteByte(part);
            if (part == (byte)'\n')
            {
                _lines.Enqueue(Encoding.UTF8.GetString(_line.ToArray()));
                _line.SetLength(0);
            }
        }
    }

    private async Task<string> ReadLineAsync()
    {
        var (line, one) = (new StringBuilder(), new byte[1]);
        while (true)
        {
            await Soon(_answer!.ReadExactlyAsync(one).AsTask());
            if (one[0] == (byte)'\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append((char)one[0]);
        }
    }

    private static Task Soon(Task reading) => reading.WaitAsync(TimeSpan.FromSeconds(30));
}
