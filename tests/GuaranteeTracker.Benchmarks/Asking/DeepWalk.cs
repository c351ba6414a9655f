using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using GuaranteeTracker.Benchmarks.Measuring;

namespace GuaranteeTracker.Benchmarks.Asking;

/// <summary>Walks through all claims, page by page, and compares the last pages with the first.</summary>
internal sealed class DeepWalk(HttpClient http, int depth)
{
    private const int Compared = 20;

    public async Task RunAsync(TextWriter output, CancellationToken cancellation)
    {
        foreach (var filter in new[] { "", "voice=quote&" })
        {
            var (next, pages) = ($"/api/claims?{filter}limit=50", 0);
            var (first, last) = (new Samples(), new Queue<TimeSpan>());
            while (next is not null && pages < depth + (Compared / 2))
            {
                var start = Stopwatch.GetTimestamp();
                var page = await http.GetByteArrayAsync(next, cancellation);
                var time = Stopwatch.GetElapsedTime(start);
                next = JsonNode.Parse(page)!["next"]?.GetValue<string>() is { } address ? new Uri(address).PathAndQuery : null;
                if (++pages <= Compared)
                {
                    first.Add(time);
                }

                last.Enqueue(time);
                if (last.Count > Compared)
                {
                    last.Dequeue();
                }
            }

            var deep = new Samples();
            foreach (var time in last)
            {
                deep.Add(time);
            }

            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"walk {(filter.Length == 0 ? "through all" : "by voice")}: {pages} pages, the first {Compared} at {first.Median / 1000:0.0} ms, the last {Compared} at {deep.Median / 1000:0.0} ms: {deep.Median / first.Median:0.00}"));
        }
    }
}
