using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Faults.Killing;

/// <summary>A service in a process of its own, at an address that stays when it is killed and started again.</summary>
internal sealed class KillableNode : IDisposable
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(20), _patience = TimeSpan.FromMinutes(2);

    private readonly string _connectionString, _dataDirectory;
    private Process? _process;

    private KillableNode(string connectionString, string dataDirectory, Uri url) => (_connectionString, _dataDirectory, Url) = (connectionString, dataDirectory, url);

    public Uri Url { get; }

    /// <summary>Starts it and waits until it is ready.</summary>
    public static async Task<KillableNode> StartAsync(string connectionString, string dataDirectory, CancellationToken cancellation)
    {
        var node = new KillableNode(connectionString, dataDirectory, new($"http://127.0.0.1:{FreePort()}"));
        node.Start();
        await node.WaitAsync(cancellation);
        return node;
    }

    /// <summary>After <see cref="Kill"/>. It is ready some time later.</summary>
    public void Start()
    {
        _process = Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                typeof(Server).Assembly.Location, $"--urls={Url.OriginalString}", "--environment=Testing", "--Serilog:MinimumLevel:Default=Fatal", $"--ConnectionStrings:GuaranteeTracker={_connectionString}",
                $"--GuaranteeTracker:DataDirectory={_dataDirectory}", $"--GuaranteeTracker:BootstrapKey={Tracker.AdminKey}", "--GuaranteeTracker:PublicUrl=https://tracker.example.org",
            ]) { RedirectStandardOutput = true })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine(); // so that it never waits for a reader
    }

    /// <exception cref="TimeoutException">It does not get ready.</exception>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = Url };
        for (var began = Stopwatch.GetTimestamp(); !await IsReadyAsync(http, cancellation); await Task.Delay(_pause, cancellation))
        {
            if (_process!.HasExited || Stopwatch.GetElapsedTime(began) > _patience)
            {
                throw new TimeoutException("The service does not get ready.");
            }
        }
    }

    /// <summary>As <c>kill -9</c>.</summary>
    public void Kill()
    {
        _process!.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        if (_process is not null)
        {
            Kill();
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient http, CancellationToken cancellation)
    {
        try
        {
            using var answer = await http.GetAsync("/health/ready", cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // it does not listen yet
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
