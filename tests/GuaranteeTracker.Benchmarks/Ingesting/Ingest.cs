using System.Globalization;
using System.Net;
using System.Text;
using GuaranteeTracker.Benchmarks.Generating;
using GuaranteeTracker.Benchmarks.Loading;
using GuaranteeTracker.Benchmarks.Measuring;

namespace GuaranteeTracker.Benchmarks.Ingesting;

/// <summary>Everything that recording is measured by, and a table of the goals.</summary>
internal sealed class Ingest(IngestOptions options)
{
    private const int Articles = 300, BatchConnections = 4, MostConnections = 128;

    private static readonly int[] _connections = [1, 8, 32, MostConnections], _sizes = [10, 100, 1_000];

    private static readonly Article[] _articles = Enumerable.Range(0, Articles).Select(number => new ShortArticles(0, 10 * Articles).Write(number)).ToArray();

    private readonly Goals _goals = new();
    private readonly string[] _payload = FloorTable.Payload(_articles);
    private long _number;

    public async Task RunAsync(TextWriter output, CancellationToken cancellation)
    {
        await output.WriteLineAsync($"synchronous_commit {(options.Waits ? "on" : "off")}; {Environment.ProcessorCount} processors; {_payload.Average(json => Encoding.UTF8.GetByteCount(json)):0} bytes of JSON a claim");
        if (options.Only.Overlaps([IngestOptions.Singles, IngestOptions.Batches, IngestOptions.Latency]))
        {
            await RequestsAsync(output, cancellation);
        }

        if (options.Only.Contains(IngestOptions.Import))
        {
            await new ImportRounds(options, _payload, _goals).RunAsync(output, cancellation);
        }

        await output.WriteLineAsync($"\n{_goals}");
    }

    private async Task RequestsAsync(TextWriter output, CancellationToken cancellation)
    {
        await using var store = await NewStore.MakeAsync(options.Data, options.Waits, cancellation);
        await using var service = await store.StartAsync(options.Service, cancellation);
        await Registering.RunAsync(service.Url, store.Key, _articles, cancellation);
        await FloorTable.MakeAsync(store.Source, cancellation);
        var (posts, rounds) = (new Posts(service.Url, store.Key, _articles), new Rounds(options, new CatchingUp(store.Source), stop => ProcessorTimes.ReadAsync(service.Id, store.Source, stop), output));
        var floor = new Way($"floor: one row, {InsertFloor.Connections} connections", 1, new InsertFloor(store.Source, _payload).RunAsync);

        var singles = options.Only.Contains(IngestOptions.Singles)
            ? await rounds.RunAsync("Single posts", [floor, .. _connections.Select(connections => Singly(service.Url, posts, connections))], cancellation)
            : null;
        if (singles is not null)
        {
            _goals.AtLeast("single posts over 32 connections, against one-row inserts", 0.9, singles[3].Ratio, "{0:0.00}");
            _goals.AtLeast($"single posts over {MostConnections} connections, against the same", 1.4, singles[4].Ratio, "{0:0.00}");
        }

        if (options.Only.Contains(IngestOptions.Batches))
        {
            await BatchesAsync(service.Url, posts, rounds, floor, output, cancellation);
        }

        if (options.Only.Contains(IngestOptions.Latency))
        {
            var most = singles?[4].ClaimsPerSecond ?? (await Singly(service.Url, posts, MostConnections).RunAsync(2 * options.Time, cancellation)).RequestsPerSecond;
            await LatencyAsync(service.Url, posts, most / 2, new CatchingUp(store.Source), output, cancellation);
        }
    }

    private async Task BatchesAsync(Uri service, Posts posts, Rounds rounds, Way floor, TextWriter output, CancellationToken cancellation)
    {
        using var connection = await RawConnection.OpenAsync(new DnsEndPoint(service.Host, service.Port), cancellation);
        var (status, _) = await connection.AskAsync(posts.Batch(0, 1), cancellation);
        if (status != 201)
        {
            await output.WriteLineAsync($"\nBatches: the service answers {status} to the first.");
            return;
        }

        var batches = await rounds.RunAsync($"Batches over {BatchConnections} connections", [floor, .. _sizes.Select(size => InBatches(service, posts, size))], cancellation);
        _goals.AtLeast("batches of 100, against one-row inserts", 2.5, batches[2].Ratio, "{0:0.00}");
    }

    private async Task LatencyAsync(Uri service, Posts posts, double perSecond, CatchingUp leader, TextWriter output, CancellationToken cancellation)
    {
        var rounds = new List<Burst>();
        for (var round = 0; round <= options.Rounds; round++)
        {
            await leader.WaitCoveredAsync(cancellation);
            rounds.Add(await OpenLoop.RunAsync(service, MostConnections, perSecond, options.Time, _ => Next(posts), cancellation));
        }

        rounds.RemoveAt(0);
        var ratio = Samples.MedianOf(rounds.Select(round => round.P99 / round.P50));
        string Ms(Func<Burst, double> value) => string.Create(CultureInfo.InvariantCulture, $"{Samples.MedianOf(rounds.Select(value)) / 1000:0.00} ms");
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"\nSingle posts at half of the most, {perSecond:0}/s, from when they were due, medians of {rounds.Count} rounds: p50 {Ms(b => b.P50)}, p99 {Ms(b => b.P99)}, p99.9 {Ms(b => b.P999)}; "
            + $"p99 is {ratio:0.0} × p50; {rounds.Sum(b => b.Statuses.GetValueOrDefault(201))} × 201, {rounds.Sum(b => b.Statuses.Where(s => s.Key != 201).Sum(s => s.Value))} others"));
        _goals.AtMost("p99 of a single post at half of the most, against its p50", 5, ratio, "{0:0.0}");
    }

    private Way Singly(Uri service, Posts posts, int connections) => new(
        $"{connections} connections", 1, (time, cancellation) => Burst.RunAsync(service, connections, time, _ => Next(posts), cancellation));

    private Way InBatches(Uri service, Posts posts, int size) => new(
        $"batches of {size}", size, (time, cancellation) => Burst.RunAsync(service, BatchConnections, time, _ => posts.Batch(Interlocked.Increment(ref _number), size), cancellation));

    private ReadOnlyMemory<byte> Next(Posts posts) => posts.Single(Interlocked.Increment(ref _number));
}
