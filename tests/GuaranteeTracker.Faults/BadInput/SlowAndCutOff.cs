using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Hosting;
using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Faults.BadInput;

/// <summary>Requests that take for ever, or never come to their end.</summary>
public sealed class SlowAndCutOff(Tracker tracker) : IClassFixture<Tracker>
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(40);

    [Fact]
    public async Task A_body_that_comes_in_drops_is_not_waited_for_and_stores_nothing()
    {
        var before = await tracker.CountEventsAsync();
        using var socket = await OpenAsync("POST /api/claims HTTP/1.1", "Content-Length: 100000", "");

        using var dripping = new CancellationTokenSource(_patience);
        var drops = DripAsync(socket, " "u8.ToArray(), dripping.Token);
        var answer = await ReadAsync(socket);
        await dripping.CancelAsync();
        await drops;

        answer.Should().StartWith("HTTP/1.1 408").And.Contain("/problems/request-timeout");
        (await tracker.CountEventsAsync()).Should().Be(before);
    }

    [Fact]
    public async Task A_head_that_comes_in_drops_is_not_waited_for()
    {
        using var socket = await OpenAsync("GET /api/actors HTTP/1.1");
        var began = Stopwatch.GetTimestamp();

        using var dripping = new CancellationTokenSource(_patience);
        await socket.SendAsync("X-Slow: "u8.ToArray());
        var drops = DripAsync(socket, "a"u8.ToArray(), dripping.Token);
        var answer = await ReadAsync(socket);
        await dripping.CancelAsync();
        await drops;

        answer.Should().Match(text => text.Length == 0 || text.StartsWith("HTTP/1.1 408", StringComparison.Ordinal));
        Stopwatch.GetElapsedTime(began).Should().BeLessThan(_patience);
    }

    [Fact]
    public async Task What_is_cut_off_before_its_end_stores_nothing_on_any_route()
    {
        await tracker.RecordCatalogueAsync();
        var before = await tracker.CountEventsAsync();
        foreach (var route in RecordingRoute.All)
        {
            var path = route.Path.Replace("{id}", "3f0e7a52-6f0b-4f0e-9d0e-0a6c2b1d4e5f", StringComparison.Ordinal);
            var body = Encoding.UTF8.GetBytes(route.Example);
            using var socket = await OpenAsync($"{route.Method} {path} HTTP/1.1", "If-Match: *", "Idempotency-Key: cut", $"Content-Length: {body.Length + 1}", "");
            await socket.SendAsync(body);
            socket.Shutdown(SocketShutdown.Send);

            (await ReadAsync(socket)).Should().NotStartWith("HTTP/1.1 2", route.Operation);
        }

        (await tracker.CountEventsAsync()).Should().Be(before);
    }

    [Fact]
    public async Task Of_an_import_that_is_cut_off_only_whole_lines_are_recorded()
    {
        await tracker.RecordCatalogueAsync();
        var before = await tracker.CountEventsAsync();
        var whole = """{"type":"topic","id":"whole-line","title":"Whole","proposition":"It is whole."}""" + "\n";
        using var socket = await OpenAsync("POST /api/import HTTP/1.1", "Content-Length: 1000", "");
        await socket.SendAsync(Encoding.UTF8.GetBytes(whole + whole.Replace("whole-line", "cut-line", StringComparison.Ordinal)[..^10]));
        socket.Shutdown(SocketShutdown.Send);
        await ReadAsync(socket);

        await tracker.RefusesAsync(404, "unknown-topic", () => tracker.Public.GetAsync("/api/topics/cut-line"));
        (await tracker.CountEventsAsync()).Should().BeInRange(before, before + 1);
    }

    private async Task<Socket> OpenAsync(string requestLine, params string[] headers)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(tracker.Public.BaseAddress!.Host, tracker.Public.BaseAddress.Port);
        var type = requestLine.Contains("/import", StringComparison.Ordinal) ? "application/x-ndjson" : "application/json";
        string[] lines = [requestLine, "Host: tracker.example.org", "Connection: close", $"Authorization: Bearer {Tracker.AdminKey}", $"Content-Type: {type}", .. headers];
        await socket.SendAsync(Encoding.ASCII.GetBytes(string.Join("\r\n", lines) + "\r\n"));
        return socket;
    }

    /// <summary>A byte now and then, until nobody takes it any more.</summary>
    private static async Task DripAsync(Socket socket, byte[] drop, CancellationToken cancellation)
    {
        try
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
            while (await timer.WaitForNextTickAsync(cancellation))
            {
                await socket.SendAsync(drop, cancellation);
            }
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            return;
        }
    }

    /// <returns>Empty where the connection ended without a word.</returns>
    private static async Task<string> ReadAsync(Socket socket)
    {
        using var patience = new CancellationTokenSource(_patience);
        var (text, buffer) = (new StringBuilder(), new byte[8_192]);
        try
        {
            while (await socket.ReceiveAsync(buffer, patience.Token) is > 0 and var count)
            {
                text.Append(Encoding.Latin1.GetString(buffer, 0, count));
            }
        }
        catch (SocketException)
        {
            return text.ToString();
        }

        return text.ToString();
    }
}
