using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using GuaranteeTracker.Benchmarks.Generating;

namespace GuaranteeTracker.Benchmarks.Starting;

/// <summary>The built service as a process of its own, on a free port.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(10);

    private readonly Process _process;
    private readonly HttpClient _http;
    private readonly long _started;

    private ServiceProcess(Process process, Uri url, long started) =>
        (_process, _http, _started, Url) = (process, new() { BaseAddress = url, Timeout = TimeSpan.FromSeconds(30) }, started, url);

    public Uri Url { get; }

    public int Id => _process.Id;

    /// <param name="settings">Beside those of the place, as on the command line.</param>
    public static ServiceProcess Start(FileInfo service, Place place, params string[] settings)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        var started = Stopwatch.GetTimestamp();
        var process = Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                service.FullName, "--urls", url, $"--GuaranteeTracker:PublicUrl={url}", "--GuaranteeTracker:SeedOnStart=false",
                "--GuaranteeTracker:AllowUnsafeDatabase=Durability,Privileges", // what a place is like is the measurer's choice
                .. place.Settings, .. settings,
            ]) { RedirectStandardOutput = true })!;
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null); // its log is read, so that it never waits for a reader; not line by line, which costs
        return new(process, new(url), started);
    }

    /// <returns>How long after the process was started the address answers 200.</returns>
    /// <exception cref="InvalidOperationException">The process ended instead.</exception>
    public async Task<TimeSpan> WaitAsync(string path, CancellationToken cancellation)
    {
        while (!await AnswersAsync(path, cancellation))
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"The service ended with exit code {_process.ExitCode}.");
            }

            await Task.Delay(_pause, cancellation);
        }

        return Stopwatch.GetElapsedTime(_started);
    }

    /// <summary>Asks it to end, as an operator would.</summary>
    public async Task<TimeSpan> StopAsync(CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync(cancellation);
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>Ends it without asking: nothing in it gets to run any more.</summary>
    public async Task KillAsync()
    {
        _process.Kill(); // SIGKILL
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await StopAsync(CancellationToken.None);
        }

        _process.Dispose();
        _http.Dispose();
    }

    private async Task<bool> AnswersAsync(string path, CancellationToken cancellation)
    {
        try
        {
            using var answer = await _http.GetAsync(path, cancellation);
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
