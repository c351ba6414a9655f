using System.Diagnostics;
using System.Net;
using System.Threading.Channels;
using GuaranteeTracker.Benchmarks.Loading;
using GuaranteeTracker.Benchmarks.Measuring;

namespace GuaranteeTracker.Benchmarks.Ingesting;

/// <summary>Sends requests when they are due, whether or not those before were answered, and measures from when they were due.</summary>
internal static class OpenLoop
{
    /// <param name="perSecond">At even distances.</param>
    /// <returns>With the rate at which answers came.</returns>
    public static async Task<Burst> RunAsync(Uri service, int connections, double perSecond, TimeSpan time, Func<long, ReadOnlyMemory<byte>> request, CancellationToken cancellation)
    {
        var due = Channel.CreateUnbounded<(long Number, long At)>(new() { SingleWriter = true });
        var opened = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => RawConnection.OpenAsync(new DnsEndPoint(service.Host, service.Port), cancellation)));
        var start = Stopwatch.GetTimestamp();
        var workers = opened.Select(connection => Task.Run(() => AnswerAsync(connection, due.Reader, request, cancellation), cancellation)).ToArray();
        var clock = new Thread(() => Tell(due.Writer, start, perSecond, (long)(perSecond * time.TotalSeconds))) { IsBackground = true };
        clock.Start();
        var (samples, statuses) = (new Samples(), new Dictionary<int, int>());
        foreach (var (took, status) in (await Task.WhenAll(workers)).SelectMany(answers => answers))
        {
            samples.Add(took);
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
        }

        return new(samples.Count, samples.Count / Stopwatch.GetElapsedTime(start).TotalSeconds, samples.Median, samples.P99, samples.At(0.999), 0, statuses);
    }

    private static async Task<List<(TimeSpan Took, int Status)>> AnswerAsync(
        RawConnection connection, ChannelReader<(long Number, long At)> due, Func<long, ReadOnlyMemory<byte>> request, CancellationToken cancellation)
    {
        using var owned = connection;
        var answers = new List<(TimeSpan, int)>();
        await foreach (var (number, at) in due.ReadAllAsync(cancellation))
        {
            var (status, _) = await connection.AskAsync(request(number), cancellation);
            answers.Add((Stopwatch.GetElapsedTime(at), status));
        }

        return answers;
    }

    /// <summary>On a thread of its own: timers are late by a millisecond, which is much of what is measured here.</summary>
    private static void Tell(ChannelWriter<(long Number, long At)> due, long start, double perSecond, long count)
    {
        for (var number = 0L; number < count; number++)
        {
            var at = start + (long)(number / perSecond * Stopwatch.Frequency);
            if (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), at) is { Ticks: > 0 } wait)
            {
                ShortSleep.For(wait);
            }

            due.TryWrite((number, at));
        }

        due.Complete();
    }
}
