using System.Text.Json;
using GuaranteeTracker.Benchmarks.Measuring;

namespace GuaranteeTracker.Benchmarks.Loading;

/// <summary>Interleaved rounds of all scenarios, and a table.</summary>
internal sealed class Load(LoadOptions options)
{
    private readonly Request _request = new(options.Url);

    public async Task RunAsync(TextWriter output, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = options.Url, Timeout = TimeSpan.FromMinutes(5) };
        using var current = JsonDocument.Parse(await http.GetByteArrayAsync("/api/picture?asOf=2023-01-01&view=cells", cancellation));
        var sequence = current.RootElement.GetProperty("known").GetProperty("sequence").GetInt64();
        await ColdTopics.MeasureAsync(options.Url, _request, sequence, output, cancellation);

        using var tagged = await http.GetAsync(Scenarios.AddressOfTag(sequence), cancellation);
        var scenarios = new Scenarios(_request, sequence, tagged.EnsureSuccessStatusCode().Headers.ETag!.ToString()).All().ToList();
        var recording = options.Key is null ? null : new Recording(options.Url, _request, options.Key, options.PerSecond);
        await (recording?.PrepareAsync(cancellation) ?? Task.CompletedTask);
        var lag = options.Connection is null ? null : new CheckpointLag(options.Connection);
        await (lag?.BeginAsync(cancellation) ?? Task.CompletedTask);

        var rounds = new List<Burst?[]>();
        for (var round = 0; round <= options.Rounds; round++) // the first is to warm up
        {
            var bursts = new Burst?[scenarios.Count];
            for (var i = 0; i < bursts.Length; i++)
            {
                bursts[i] = await RunAsync(scenarios[i], recording, output, cancellation);
            }

            rounds.Add(bursts);
        }

        Print(scenarios, [.. rounds.Skip(1)], output);
        await (lag?.PrintAsync(output, cancellation) ?? Task.CompletedTask);
    }

    private async Task<Burst?> RunAsync(Scenario scenario, Recording? recording, TextWriter output, CancellationToken cancellation)
    {
        if (!scenario.WhileRecording)
        {
            return await Burst.RunAsync(options.Url, options.Connections, options.Time, scenario.Request, cancellation);
        }

        if (recording is null)
        {
            return null;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var writing = recording.RunAsync(stop.Token);
        var burst = await Burst.RunAsync(options.Url, options.Connections, options.Time, scenario.Request, cancellation);
        await stop.CancelAsync();
        var (times, refused) = await writing;
        await output.WriteLineAsync($"{times.Count / options.Time.TotalSeconds:0} claims/s recorded meanwhile, median {times.Median / 1000:0.0} ms, p99 {times.P99 / 1000:0.0} ms, {refused} refused");
        return burst;
    }

    private static void Print(IReadOnlyList<Scenario> scenarios, IReadOnlyList<Burst?[]> rounds, TextWriter output)
    {
        output.WriteLine($"{"median of " + rounds.Count + " rounds",-40}{"requests/s",11}{"× hello",9}{"p50 ms",9}{"p99 ms",9}{"bytes",10}{"refused",9}");
        for (var i = 0; i < scenarios.Count; i++)
        {
            var bursts = rounds.Select(round => round[i]).OfType<Burst>().ToList();
            if (bursts.Count > 0)
            {
                var ratio = Samples.MedianOf(rounds.Select(round => round[i]!.RequestsPerSecond / round[0]!.RequestsPerSecond));
                output.WriteLine(
                    $"{scenarios[i].Name,-40}{Samples.MedianOf(bursts.Select(b => b.RequestsPerSecond)),11:0}{ratio,9:0.000}{Samples.MedianOf(bursts.Select(b => b.P50)) / 1000,9:0.00}"
                    + $"{Samples.MedianOf(bursts.Select(b => b.P99)) / 1000,9:0.00}{bursts[^1].Bytes,10}{bursts.Sum(b => b.Refused),9}");
            }
        }
    }
}
