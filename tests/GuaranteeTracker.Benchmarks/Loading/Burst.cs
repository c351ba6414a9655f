using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using GuaranteeTracker.Benchmarks.Measuring;

namespace GuaranteeTracker.Benchmarks.Loading;

/// <summary>What some seconds of the same kind of request gave.</summary>
/// <param name="Count">Of the answers.</param>
/// <param name="P50">In microseconds, as the others.</param>
/// <param name="Bytes">Of the last answer's body, as sent.</param>
/// <param name="Statuses">How many answers had which status; 0 where the service hung up instead.</param>
internal sealed record Burst(int Count, double RequestsPerSecond, double P50, double P99, double P999, long Bytes, IReadOnlyDictionary<int, int> Statuses)
{
    /// <summary>In place of a status: the service closed the connection.</summary>
    private const int HungUp = 0;

    /// <summary>Answers that were neither 2xx nor 304.</summary>
    public int Refused => Statuses.Where(status => status.Key is not ((>= 200 and < 300) or 304)).Sum(status => status.Value);

    /// <param name="request">The bytes of the n-th request; asked on several threads.</param>
    public static async Task<Burst> RunAsync(Uri service, int connections, TimeSpan time, Func<long, ReadOnlyMemory<byte>> request, CancellationToken cancellation)
    {
        var number = 0L;
        var end = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var start = Stopwatch.GetTimestamp();
        var workers = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => WorkAsync(service, end, () => request(Interlocked.Increment(ref number)), cancellation), cancellation)));

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var samples = new Samples();
        foreach (var sample in workers.SelectMany(worker => worker.Times))
        {
            samples.Add(sample);
        }

        var all = workers.SelectMany(worker => worker.Statuses).GroupBy(status => status.Key, status => status.Value).ToDictionary(status => status.Key, status => status.Sum());
        return new(samples.Count, samples.Count / seconds, samples.Median, samples.P99, samples.At(0.999), workers[0].Bytes, all);
    }

    private static async Task<(List<TimeSpan> Times, long Bytes, Dictionary<int, int> Statuses)> WorkAsync(Uri service, long end, Func<ReadOnlyMemory<byte>> request, CancellationToken cancellation)
    {
        var (times, bytes, statuses, connection) = (new List<TimeSpan>(), 0L, new Dictionary<int, int>(), (RawConnection?)null);
        try
        {
            while (Stopwatch.GetTimestamp() < end)
            {
                connection ??= await RawConnection.OpenAsync(new DnsEndPoint(service.Host, service.Port), cancellation);
                var bytesOfRequest = request();
                var (begun, status) = (Stopwatch.GetTimestamp(), HungUp);
                try
                {
                    (status, bytes) = await connection.AskAsync(bytesOfRequest, cancellation);
                    times.Add(Stopwatch.GetElapsedTime(begun));
                }
                catch (Exception e) when (e is IOException or SocketException)
                {
                    connection.Dispose();
                    connection = null;
                }

                statuses[status] = statuses.GetValueOrDefault(status) + 1;
            }
        }
        finally
        {
            connection?.Dispose();
        }

        return (times, bytes, statuses);
    }
}
