using System.Net.Sockets;
using System.Text;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Hosting;

/// <summary>HTTP as typed by hand, for what no proper client sends.</summary>
internal static class RawHttp
{
    /// <summary>Sends a request line and headers just as given, and reads until the service closes the connection.</summary>
    /// <returns>The answer as a client would see it; its bytes in Latin-1.</returns>
    public static Task<HttpResponseMessage> SendRawAsync(this Tracker tracker, string requestLine, params IEnumerable<string> headers) =>
        tracker.SendRawToAsync($"Host: {tracker.Public.BaseAddress!.Authority}", requestLine, headers);

    /// <inheritdoc cref="SendRawAsync"/>
    /// <param name="host">The line that names the host; empty for none.</param>
    public static async Task<HttpResponseMessage> SendRawToAsync(this Tracker tracker, string host, string requestLine, params IEnumerable<string> headers)
    {
        var address = tracker.Public.BaseAddress!;
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port);
        await using var stream = socket.GetStream();
        string[] lines = [requestLine, .. host.Length > 0 ? new[] { host } : [], "Connection: close", .. headers, "", ""];
        await stream.WriteAsync(Encoding.Latin1.GetBytes(string.Join("\r\n", lines)));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return Parse(await reader.ReadToEndAsync());
    }

    private static HttpResponseMessage Parse(string answer)
    {
        var end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var head = answer[..end].Split("\r\n");
        var isChunked = head.Contains("Transfer-Encoding: chunked", StringComparer.OrdinalIgnoreCase);
        var body = answer[(end + 4)..];
        var response = new HttpResponseMessage((System.Net.HttpStatusCode)int.Parse(head[0].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture))
        {
            Content = new ByteArrayContent(Encoding.Latin1.GetBytes(isChunked ? Unchunk(body) : body)),
        };
        foreach (var line in head.Skip(1))
        {
            var (name, value) = (line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
            _ = response.Headers.TryAddWithoutValidation(name, value) || response.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    private static string Unchunk(string body)
    {
        var whole = new StringBuilder();
        while (Convert.ToInt32(body[..body.IndexOf("\r\n", StringComparison.Ordinal)], 16) is > 0 and var length)
        {
            var start = body.IndexOf("\r\n", StringComparison.Ordinal) + 2;
            whole.Append(body, start, length);
            body = body[(start + length + 2)..];
        }

        return whole.ToString();
    }
}
