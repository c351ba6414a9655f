using System.Globalization;
using System.Net;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Benchmarks.Loading;
using GuaranteeTracker.Benchmarks.Measuring;
using Npgsql;

namespace GuaranteeTracker.Benchmarks.Ingesting;

/// <summary>
/// Processor time of the ledger's part an event, beside that of all a recorded claim takes until a checkpoint covers it. Both take turns: claims are
/// recorded by a service, then the same events' leaves, tiles, roots, signatures and rows are made here, in as many steps as the service made.
/// </summary>
internal sealed class LedgerCost(FileInfo service, string data, int rounds, int claims)
{
    private const int Articles = 300, BatchSize = 1_000;

    private const string End = $"select coalesce(max(sequence), 0), count(*) from {Tables.Checkpoints}";

    private static readonly Generating.Article[] _articles = Enumerable.Range(0, Articles).Select(number => new ShortArticles(0, 10 * Articles).Write(number)).ToArray();

    private int _batch;

    public async Task RunAsync(TextWriter output, CancellationToken cancellation)
    {
        await using var store = await NewStore.MakeAsync(data, waits: true, cancellation);
        await using var process = await store.StartAsync(service, cancellation);
        await Registering.RunAsync(process.Url, store.Key, _articles, cancellation);
        await using var part = await LedgerPart.MakeAsync(store.Source, data, cancellation);
        var posts = new Posts(process.Url, store.Key, _articles);
        var seen = new List<(double Ratio, double Recording, double Ledger, double Own)>();
        await output.WriteLineAsync("| round | recording, µs a claim: service · PostgreSQL | ledger, µs an event: this program · PostgreSQL | checkpoints | ratio |\n| --- | --- | --- | --- | --- |");
        for (var round = 0; round <= rounds; round++)
        {
            var (from, made) = await EndAsync(store.Source, cancellation);
            var recording = await RecordAsync(process.Id, process.Url, store, posts, cancellation);
            var (upTo, now) = await EndAsync(store.Source, cancellation);
            var events = await part.ReadAsync(from, upTo, cancellation);
            var before = await ProcessorTimes.ReadAsync(process.Id, store.Source, cancellation);
            await part.RunAsync(events, (int)(now - made), cancellation);
            var ledger = (await ProcessorTimes.ReadAsync(process.Id, store.Source, cancellation)).Since(before, events.Count);
            var ratio = (ledger.Own + ledger.Postgres) / (recording.Service + recording.Postgres);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"| {(round == 0 ? "warming up" : round)} | {recording.Service:0} · {recording.Postgres:0} | {ledger.Own:0.0} · {ledger.Postgres:0.0} | {now - made} | {ratio:0.000} |"));
            seen.Add((ratio, recording.Service + recording.Postgres, ledger.Own + ledger.Postgres, ledger.Own));
        }

        seen.RemoveAt(0);
        var ratios = seen.ConvertAll(round => round.Ratio);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"\nmedian {Samples.MedianOf(ratios):0.000} ({ratios.Min():0.000}–{ratios.Max():0.000}), {claims} claims a round"));
        await output.WriteLineAsync(LedgerPart.DescribeSignatures());
        var goals = new Goals();
        goals.AtMost("processor time of the ledger, against that of recording", 0.05, Samples.MedianOf(ratios), "{0:0.000}");
        await output.WriteLineAsync($"\n{goals}");
    }

    private async Task<ProcessorTimes> RecordAsync(int process, Uri url, NewStore store, Posts posts, CancellationToken cancellation)
    {
        using var connection = await RawConnection.OpenAsync(new DnsEndPoint(url.Host, url.Port), cancellation);
        var before = await ProcessorTimes.ReadAsync(process, store.Source, cancellation);
        for (var i = 0; i < claims / BatchSize; i++)
        {
            var (status, _) = await connection.AskAsync(posts.Batch(_batch++, BatchSize), cancellation);
            if (status != 201)
            {
                throw new InvalidOperationException($"The service answers {status} to a batch.");
            }
        }

        await new CatchingUp(store.Source).WaitCoveredAsync(cancellation);
        return (await ProcessorTimes.ReadAsync(process, store.Source, cancellation)).Since(before, claims);
    }

    private static async Task<(long Sequence, long Checkpoints)> EndAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(End);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return (reader.GetInt64(0), reader.GetInt64(1));
    }
}
