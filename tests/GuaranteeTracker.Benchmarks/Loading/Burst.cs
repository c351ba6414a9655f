using System.Diagnostics;
using System.Net;
using GuaranteeTracker.Benchmarks.Measuring;

namespace GuaranteeTracker.Benchmarks.Loading;

/// <summary>What some seconds of the same kind of request gave.</summary>
/// <param name="Bytes">Of the last answer's body, as sent.</param>
/// <param name="Refused">Answers that were neither 2xx nor 304.</param>
internal sealed record Burst(double RequestsPerSecond, double P50, double P99, long Bytes, int Refused)
{
    /// <param name="request">The bytes of the n-th request; asked on several threads.</param>
    public static async Task<Burst> RunAsync(Uri service, int connections, TimeSpan time, Func<long, ReadOnlyMemory<byte>> request, CancellationToken cancellation)
    {
        var number = 0L;
        var end = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var start = Stopwatch.GetTimestamp();
        var workers = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            using var connection = await RawConnection.OpenAsync(new DnsEndPoint(service.Host, service.Port), cancellation);
            var (times, bytes, refused) = (new List<TimeSpan>(), 0L, 0);
            while (Stopwatch.GetTimestamp() < end)
            {
                var bytesOfRequest = request(Interlocked.Increment(ref number));
                var begun = Stopwatch.GetTimestamp();
                (var status, bytes) = await connection.AskAsync(bytesOfRequest, cancellation);
                times.Add(Stopwatch.GetElapsedTime(begun));
                refused += status is (>= 200 and < 300) or 304 ? 0 : 1;
            }

            return (times, bytes, refused);
        }, cancellation)));

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var samples = new Samples();
        foreach (var sample in workers.SelectMany(worker => worker.times))
        {
            samples.Add(sample);
        }

        return new(samples.Count / seconds, samples.Median, samples.P99, workers[0].bytes, workers.Sum(worker => worker.refused));
    }
}
