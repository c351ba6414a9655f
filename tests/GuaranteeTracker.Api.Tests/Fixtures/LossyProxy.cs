using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace GuaranteeTracker.Api.Tests.Fixtures;

/// <summary>Stands between a service and PostgreSQL, and loses replies, mostly to COMMIT: what was committed stays so, and nobody hears of it.</summary>
internal sealed class LossyProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly EndPoint _server;
    private readonly Task _accepting;
    private byte[] _statement = [];
    private int _lost;
    private volatile bool _loses, _goesAway, _isAway;

    private LossyProxy(NpgsqlConnectionStringBuilder server)
    {
        _server = server.Host!.StartsWith('/') ? new UnixDomainSocketEndPoint($"{server.Host}/.s.PGSQL.{server.Port}") : new DnsEndPoint(server.Host, server.Port);
        _listener.Start();
        (server.Host, server.Port, server.SslMode) = ("127.0.0.1", ((IPEndPoint)_listener.LocalEndpoint).Port, SslMode.Disable);
        ConnectionString = server.ConnectionString;
        _accepting = AcceptAsync();
    }

    /// <summary>Leads through here.</summary>
    public string ConnectionString { get; }

    /// <summary>So many replies were lost.</summary>
    public int Lost => _lost;

    public static LossyProxy To(string connectionString) => new(new NpgsqlConnectionStringBuilder(connectionString));

    /// <summary>From now on every reply to a statement is lost, and the connection with it.</summary>
    /// <param name="goAway">After the first one nobody gets through any more.</param>
    /// <param name="statement">How it begins, as it is sent.</param>
    public void Lose(bool goAway = false, string statement = "COMMIT\0") => (_statement, _goesAway, _loses) = (Encoding.ASCII.GetBytes(statement), goAway, true);

    /// <summary>From now on all goes through.</summary>
    public void Mend() => (_loses, _goesAway, _isAway) = (false, false, false);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var served = new List<Task>();
        try
        {
            while (true)
            {
                served.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(served);
        }
    }

    private async Task ServeAsync(Socket client)
    {
        using var server = new Socket(_server.AddressFamily == AddressFamily.Unix ? AddressFamily.Unix : AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Unspecified);
        using (client)
        {
            var isLost = false;
            try
            {
                await server.ConnectAsync(_server, _stop.Token);
                await await Task.WhenAny(
                    PumpAsync(client, server, sent => isLost |= _loses && sent.Span.IndexOf(_statement) >= 0),
                    PumpAsync(server, client, _ => ThrowIf(isLost)));
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                client.LingerState = new(true, 0); // a reset, so that the other side knows at once
            }
        }
    }

    private void ThrowIf(bool isLost)
    {
        if (isLost)
        {
            Interlocked.Increment(ref _lost);
            _isAway = _goesAway;
            throw new SocketException((int)SocketError.ConnectionReset);
        }
    }

    private async Task PumpAsync(Socket from, Socket to, Action<ReadOnlyMemory<byte>> look)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReceiveAsync(buffer, _stop.Token) is > 0 and var count)
        {
            look(buffer.AsMemory(0, count));
            if (_isAway)
            {
                throw new SocketException((int)SocketError.ConnectionReset);
            }

            for (var sent = 0; sent < count;)
            {
                sent += await to.SendAsync(buffer.AsMemory(sent, count - sent), _stop.Token);
            }
        }
    }
}
