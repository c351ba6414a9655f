using System.Diagnostics;
using System.Net;
using GuaranteeTracker.Benchmarks.Generating;
using GuaranteeTracker.Benchmarks.Measuring;

namespace GuaranteeTracker.Benchmarks.Loading;

/// <summary>The first request for each of some topics: says something only of a service that was just started.</summary>
internal static class ColdTopics
{
    private const int Topics = 20;

    public static async Task MeasureAsync(Uri service, Request request, long sequence, TextWriter output, CancellationToken cancellation)
    {
        using var connection = await RawConnection.OpenAsync(new DnsEndPoint(service.Host, service.Port), cancellation);
        var (first, second) = (new Samples(), new Samples());
        for (var i = 1; i <= Topics; i++)
        {
            foreach (var (samples, day) in new[] { (first, 30), (second, 29) })
            {
                var bytes = request.Get($"/api/picture?asOf=2025-11-{day}&knownAt=seq:{sequence}&v=1&topic={World.Topic(World.Topics - i)}&view=cells");
                var start = Stopwatch.GetTimestamp();
                await connection.AskAsync(bytes, cancellation);
                samples.Add(Stopwatch.GetElapsedTime(start));
            }
        }

        await output.WriteLineAsync(
            $"{Topics} topics one after another: first request median {first.Median / 1000:0.0} ms, longest {first.At(1) / 1000:0.0} ms; second median {second.Median / 1000:0.0} ms");
    }
}
