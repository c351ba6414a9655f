using System.Globalization;

namespace GuaranteeTracker.Benchmarks.Ingesting;

/// <summary>What the system says of a process's memory, in MiB. Linux only.</summary>
internal sealed class ServiceMemory(int process)
{
    private const int MostTold = 20;

    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    private readonly List<double> _resident = [];

    /// <summary>The most that was ever resident.</summary>
    public double Peak => Read("VmHWM:");

    /// <summary>Looks once a second, until it is stopped.</summary>
    public async Task WatchAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            _resident.Add(Read("VmRSS:"));
            await Task.Delay(_pause, stop).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    /// <summary>Some of what was seen, evenly over time.</summary>
    public override string ToString()
    {
        var told = Enumerable.Range(0, Math.Min(MostTold, _resident.Count)).Select(i => _resident[(int)((long)i * _resident.Count / Math.Min(MostTold, _resident.Count))]);
        return string.Join(" ", told.Select(size => size.ToString("0", CultureInfo.InvariantCulture)));
    }

    private double Read(string name)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line.AsSpan(name.Length).Trim().TrimEnd("kB"), CultureInfo.InvariantCulture) / 1024;
    }
}
