using System.Diagnostics;
using System.Globalization;

namespace GuaranteeTracker.Benchmarks.Asking;

/// <summary>Reads all claims as NDJSON and as tables.</summary>
/// <param name="process">The service's, to tell its memory; null: it is not told.</param>
internal sealed class Leaving(HttpClient http, int? process)
{
    public async Task RunAsync(TextWriter output, CancellationToken cancellation)
    {
        foreach (var format in new[] { "ndjson", "ndjson", "csv", "dna" })
        {
            var before = Memory();
            var start = Stopwatch.GetTimestamp();
            using var response = await http.GetAsync($"/api/claims?format={format}", HttpCompletionOption.ResponseHeadersRead, cancellation);
            response.EnsureSuccessStatusCode();
            var head = Stopwatch.GetElapsedTime(start);
            await using var body = await response.Content.ReadAsStreamAsync(cancellation);
            var (buffer, bytes, most) = (new byte[1 << 16], 0L, before);
            for (int read; (read = await body.ReadAsync(buffer, cancellation)) > 0;)
            {
                most = (bytes >> 26) == ((bytes + read) >> 26) ? most : Math.Max(most, Memory());
                bytes += read;
            }

            var (time, count) = (Stopwatch.GetElapsedTime(start), long.Parse(response.Headers.GetValues("Item-Count").Single(), CultureInfo.InvariantCulture));
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{format}: {count} claims, {bytes >> 20} MiB in {time.TotalSeconds:0.0} s, head after {head.TotalSeconds:0.0} s: {count / time.TotalSeconds:0} claims/s; resident {before >> 20} MiB before, {most >> 20} MiB at most"));
        }
    }

    private long Memory()
    {
        if (process is not { } id)
        {
            return 0;
        }

        using var service = Process.GetProcessById(id);
        return service.WorkingSet64;
    }
}
