using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using GuaranteeTracker.Benchmarks.Generating;
using GuaranteeTracker.Benchmarks.Measuring;

namespace GuaranteeTracker.Benchmarks.Loading;

/// <summary>Posts claims at a steady rate, until it is told to stop.</summary>
internal sealed class Recording(Uri service, Request request, string key, int perSecond)
{
    private const int Passages = 1000, Writers = 8;

    private readonly string _source = Guid.NewGuid().ToString();
    private long _number;

    /// <summary>Puts the source on record that the claims quote.</summary>
    /// <exception cref="IOException">The service refuses it.</exception>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        var text = string.Join('\n', Enumerable.Range(0, Passages).Select(Passage));
        using var connection = await OpenAsync(cancellation);
        var (status, _) = await connection.AskAsync(
            request.Post("/api/sources", key, JsonSerializer.Serialize(new
            {
                id = _source, url = "https://publisher-00.example/load", publisher = "Publisher 0", title = "What was said under load", published = "2025-12-31", language = "en", text,
            })),
            cancellation);
        if (status is not 201)
        {
            throw new IOException($"The service answers {status} to a source: does --key name an analyst's key?");
        }
    }

    /// <returns>From the request to its answer, of those that were recorded; and how many were not.</returns>
    public async Task<(Samples Times, int Refused)> RunAsync(CancellationToken stop)
    {
        var (times, refused, start) = (new Samples(), 0, Stopwatch.GetTimestamp());
        var due = 0L;
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            using var connection = await OpenAsync(CancellationToken.None);
            while (!stop.IsCancellationRequested)
            {
                var wait = TimeSpan.FromSeconds((double)Interlocked.Increment(ref due) / perSecond) - Stopwatch.GetElapsedTime(start);
                await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, CancellationToken.None);
                var begun = Stopwatch.GetTimestamp();
                var (status, _) = await connection.AskAsync(request.Post("/api/claims", key, Claim(Interlocked.Increment(ref _number))), CancellationToken.None);
                lock (times)
                {
                    times.Add(Stopwatch.GetElapsedTime(begun));
                    refused += status is 201 ? 0 : 1;
                }
            }
        }, CancellationToken.None)));
        return (times, refused);
    }

    private string Claim(long number) => JsonSerializer.Serialize(new
    {
        actor = World.Actor((int)(number % World.Actors)), topic = World.Topic((int)(number % World.Topics)), stance = "supports", voice = "observation", stated = "2025-12-31",
        summary = string.Create(CultureInfo.InvariantCulture, $"Said under load, number {number}."),
        evidence = new { source = _source, quotes = new[] { new { exact = Passage((int)(number % Passages)) } } },
    });

    private static string Passage(int number) => string.Create(CultureInfo.InvariantCulture, $"Passage <{number}> says that the actor supports what the topic proposes, in whatever form.");

    private Task<RawConnection> OpenAsync(CancellationToken cancellation) => RawConnection.OpenAsync(new DnsEndPoint(service.Host, service.Port), cancellation);
}
