using System.Diagnostics;
using System.Globalization;
using GuaranteeTracker.Benchmarks.Measuring;

namespace GuaranteeTracker.Benchmarks.Opening;

/// <summary>Opens pages as a browser does, compressed, over one connection.</summary>
internal sealed class PageOpener(Uri service, int times)
{
    private const int WarmUp = 3;

    public async Task RunAsync(TextWriter output, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = service, Timeout = TimeSpan.FromMinutes(5) };
        http.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "text/html");
        http.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", "br");
        await output.WriteLineAsync("page                     first ms   median ms      p99 ms   most kB sent");
        foreach (var (kind, addresses) in await PageAddresses.FindAsync(service, times + WarmUp, cancellation))
        {
            var (samples, largest, first) = (new Samples(), 0, TimeSpan.Zero);
            for (var i = 0; i < addresses.Count; i++)
            {
                var (time, bytes) = await OpenAsync(http, addresses[i], cancellation);
                largest = Math.Max(largest, bytes);
                first = i == 0 ? time : first;
                if (i >= WarmUp)
                {
                    samples.Add(time);
                }
            }

            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{kind,-22} {first.TotalMilliseconds,10:0.0} {samples.Median / 1000,11:0.0} {samples.P99 / 1000,11:0.0} {largest / 1000.0,14:0.0}"));
        }
    }

    private static async Task<(TimeSpan Time, int Bytes)> OpenAsync(HttpClient http, string address, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        using var response = await http.GetAsync(address, cancellation);
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellation);
        return response.IsSuccessStatusCode ? (Stopwatch.GetElapsedTime(start), bytes.Length) : throw new InvalidOperationException($"{address} was answered with {response.StatusCode}.");
    }
}
