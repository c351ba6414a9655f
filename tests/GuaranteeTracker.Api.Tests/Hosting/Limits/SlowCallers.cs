using System.Net.Sockets;
using System.Text;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Hosting.Limits;

/// <summary>Whoever holds a connection without using it loses it.</summary>
public sealed class SlowCallers(SlowCallers.ImpatientTracker tracker) : IClassFixture<SlowCallers.ImpatientTracker>
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(40);

    [Fact]
    public async Task Headers_that_do_not_end_are_not_waited_for()
    {
        using var socket = await ConnectAsync();
        await SendAsync(socket, "GET /api/actors HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");

        (await ReadToEndAsync(socket)).Should().StartWith("HTTP/1.1 408");
    }

    [Fact]
    public async Task Headers_that_come_one_by_one_are_not_waited_for_either()
    {
        using var socket = await ConnectAsync();
        await SendAsync(socket, "GET /api/actors HTTP/1.1\r\nHost: localhost\r\n");

        var answer = ReadToEndAsync(socket);
        await Eventually.TrueAsync(
            async () =>
            {
                await TrySendAsync(socket, "A: b\r\n");
                return answer.IsCompleted;
            },
            "all of the headers have ten seconds together", _patience);

        (await answer).Should().NotContain("200 OK");
    }

    [Fact]
    public async Task A_body_that_does_not_come_is_said_to_be_slow()
    {
        using var socket = await ConnectAsync();
        await SendAsync(socket, $"PUT /api/topics/slow HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {Tracker.AdminKey}\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{{");

        var answer = await ReadToEndAsync(socket);

        answer.Should().StartWith("HTTP/1.1 408").And.Contain("/problems/request-timeout").And.Contain("X-Content-Type-Options: nosniff");
    }

    [Fact]
    public async Task Whoever_asks_and_does_not_read_is_cut_off()
    {
        using var socket = await ConnectAsync();
        var asking = string.Concat(Enumerable.Repeat("GET /openapi/v1.json HTTP/1.1\r\nHost: localhost\r\n\r\n", 200));
        await SendAsync(socket, asking);

        await Eventually.TrueAsync(async () => !await TrySendAsync(socket, "G"), "the connection is closed by the service", _patience);
    }

    [Fact]
    public async Task The_live_log_goes_on_however_little_there_is_to_say()
    {
        using var socket = await ConnectAsync();
        await SendAsync(socket, $"GET /api/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {Tracker.AdminKey}\r\nAccept: text/event-stream\r\n\r\n");
        using var reader = new StreamReader(socket.GetStream(), Encoding.ASCII);
        var heartbeats = 0;
        while (heartbeats < 3 && await reader.ReadLineAsync() is { } line)
        {
            heartbeats += line == ":" ? 1 : 0;
        }

        heartbeats.Should().Be(3, "twenty seconds are more than the deadline of reading and the grace of slow readers");
    }

    private static async Task SendAsync(TcpClient socket, string text) => await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text));

    private static async Task<bool> TrySendAsync(TcpClient socket, string text)
    {
        try
        {
            await SendAsync(socket, text);
            return true;
        }
        catch (IOException)
        {
            return false; // closed by the other side
        }
    }

    private static async Task<string> ReadToEndAsync(TcpClient socket)
    {
        var read = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            while (await socket.GetStream().ReadAsync(buffer) is > 0 and var count)
            {
                read.Append(Encoding.ASCII.GetString(buffer, 0, count));
            }
        }
        catch (IOException)
        {
            // cut off: what came, came
        }

        return read.ToString();
    }

    private async Task<TcpClient> ConnectAsync()
    {
        var socket = new TcpClient { ReceiveBufferSize = 4096 };
        var address = tracker.Public.BaseAddress!;
        await socket.ConnectAsync(address.Host, address.Port);
        return socket;
    }

    /// <summary>Readers have to take a megabyte a second, so that little of it is enough to see.</summary>
    public sealed class ImpatientTracker : Tracker
    {
        protected override IEnumerable<string> Settings => ["--GuaranteeTracker:SlowestReader=1000000", "--GuaranteeTracker:ReadingDeadline=2"];
    }
}
