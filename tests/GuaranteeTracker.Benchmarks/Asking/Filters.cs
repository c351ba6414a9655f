using System.Diagnostics;
using System.Globalization;
using GuaranteeTracker.Benchmarks.Measuring;

namespace GuaranteeTracker.Benchmarks.Asking;

/// <summary>Asks for pages of 50 by each kind of filter, alone and combined, and by words; each time with other values.</summary>
internal sealed class Filters(HttpClient http, int times)
{
    private const int WarmUp = 5;

    private static readonly string[]
        _stances = ["rejects", "opposes", "undecided", "open", "supports", "commits"], _acts = ["statement", "offer", "request", "demand", "pledge", "proposal", "refusal", "warning"],
        _voices = ["quote", "paraphrase", "observation", "hearsay"], _sorts = ["stated", "-stated", "recorded", "-recorded"],
        _words = ["ceasefire", "\"lasting settlement\"", "partners -ceasefire", "conditions", "zebra", "weeks ceasefire", "talks resume", "\"written guarantee\"", "promises or doubt"];

    private static readonly (string Kind, Func<Random, string> Query)[]
        _filters =
        [
            ("actor", random => $"actor=actor-{random.Next(1, 201):000}"),
            ("speaker", random => $"speaker=actor-{random.Next(1, 201):000}-speaker-00{random.Next(1, 3)}"),
            ("reportedBy", random => $"reportedBy=reporter-{random.Next(1, 6):000}"),
            ("topic", random => $"topic=topic-{random.Next(1, 301):000}"),
            ("stance", random => $"stance={Pick(random, _stances)}"),
            ("act", random => $"act={Pick(random, _acts)}"),
            ("voice", random => $"voice={Pick(random, _voices)}"),
            ("publisher", random => $"publisher=Publisher%20{random.Next(0, 40)}"),
            ("status", random => $"status={Pick(random, ["live", "corrected", "disputed", "retracted", "withdrawn"])}"),
            ("stated range", random => Range(random, "stated", new(2023, 1, 1), 1_090)),
            ("asOf", random => $"asOf={Day(new DateOnly(2023, 1, 2).AddDays(random.Next(1_090)))}"),
        ];

    public async Task RunAsync(TextWriter output, CancellationToken cancellation)
    {
        await output.WriteLineAsync("page of 50 by            median ms      p95 ms      p99 ms");
        await AskAsync("nothing", _ => "", output, cancellation);
        foreach (var (kind, query) in _filters)
        {
            await AskAsync(kind, query, output, cancellation);
        }

        await AskAsync("two to four of them", random => string.Join('&', random.GetItems(_filters, random.Next(2, 5)).DistinctBy(filter => filter.Kind).Select(filter => filter.Query(random))), output, cancellation);
        await AskAsync("words", random => $"q={Uri.EscapeDataString(Pick(random, _words))}", output, cancellation);
        await AskAsync("words and one of them", random => $"q={Uri.EscapeDataString(Pick(random, _words))}&{Pick(random, _filters).Query(random)}", output, cancellation);
    }

    private async Task AskAsync(string kind, Func<Random, string> query, TextWriter output, CancellationToken cancellation)
    {
        var (random, samples) = (new Random(1), new Samples());
        for (var i = 0; i < times + WarmUp; i++)
        {
            var address = $"/api/claims?limit=50&sort={Pick(random, _sorts)}&{query(random)}";
            var start = Stopwatch.GetTimestamp();
            using var response = await http.GetAsync(address, cancellation);
            await response.Content.ReadAsByteArrayAsync(cancellation);
            if (!response.IsSuccessStatusCode)
            {
                throw new InvalidOperationException($"{address} was answered with {response.StatusCode}.");
            }

            if (i >= WarmUp)
            {
                samples.Add(Stopwatch.GetElapsedTime(start));
            }
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{kind,-22} {samples.Median / 1000,11:0.0} {samples.At(0.95) / 1000,11:0.0} {samples.P99 / 1000,11:0.0}"));
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> among) => among[random.Next(among.Count)];

    private static string Range(Random random, string name, DateOnly first, int days)
    {
        var from = first.AddDays(random.Next(days));
        return $"{name}From={Day(from)}&{name}To={Day(from.AddDays(random.Next(1, 200)))}";
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
