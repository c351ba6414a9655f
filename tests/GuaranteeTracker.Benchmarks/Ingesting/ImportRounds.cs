using System.Diagnostics;
using System.Globalization;
using GuaranteeTracker.Benchmarks.Loading;
using GuaranteeTracker.Benchmarks.Measuring;

namespace GuaranteeTracker.Benchmarks.Ingesting;

/// <summary>Large imports, each into a new store, with COPY before and after.</summary>
/// <param name="payload">The JSON of some claims' events, for the floor.</param>
internal sealed class ImportRounds(IngestOptions options, string[] payload, Goals goals)
{
    private const long Seed = 1, Warming = 20_000;

    public async Task RunAsync(TextWriter output, CancellationToken cancellation)
    {
        Directory.CreateDirectory(options.Data);
        var path = Path.Combine(options.Data, string.Create(CultureInfo.InvariantCulture, $"import-{options.ImportClaims}.ndjson"));
        if (!File.Exists(path))
        {
            await ImportFile.WriteAsync(path, options.ImportClaims, Seed, cancellation);
        }

        var file = await ImportFile.ReadAsync(path, _ => { }, cancellation);
        var rounds = new List<ImportSeen>();
        for (var round = 1; round <= options.ImportRounds; round++)
        {
            if (await RunAsync(file, cancellation) is not { } seen)
            {
                await output.WriteLineAsync("\nImport: there is no POST /api/import.");
                return;
            }

            rounds.Add(seen);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"\nImport {round} of {options.ImportRounds}: {file.Claims} claims, {file.Lines} lines, {file.Bytes >> 20} MiB\n{seen}"));
        }

        double Median(Func<ImportSeen, double> value) => Samples.MedianOf(rounds.Select(value));
        goals.AtLeast("import with rows and checkpoints caught up, claims/s against COPY of as many rows", 0.12, Median(seen => seen.Ratio), "{0:0.000}");
        goals.AtLeast("the same, claims/s", 20_000, Median(seen => seen.ClaimsPerSecond), "{0:0}");
        goals.AtMost("commit to checkpoint throughout an import, p99", 2, Median(seen => seen.Lags.P99) / 1000, "{0:0.00} s");
        goals.AtMost("pictures during an import, p50 against quiet", 2, Median(seen => seen.During.Median / seen.Quiet.Median), "{0:0.00}");
        goals.AtMost("the service's memory during an import", 400, rounds.Max(seen => seen.Peak), "{0:0} MiB");
    }

    /// <returns>Null where the service has no such route.</returns>
    /// <exception cref="InvalidOperationException">It refuses the import.</exception>
    private async Task<ImportSeen?> RunAsync(ImportFile file, CancellationToken cancellation)
    {
        await using var store = await NewStore.MakeAsync(options.Data, options.Waits, cancellation);
        await using var service = await store.StartAsync(options.Service, cancellation);
        if (await new ImportUpload(service.Url, store.Key).RunAsync(Stream.Null, cancellation) is 404 or 405)
        {
            return null;
        }

        await CopyFloor.RunAsync(store.Source, payload, Math.Min(file.Claims, Warming), cancellation);
        var before = await CopyFloor.RunAsync(store.Source, payload, file.Claims, cancellation);
        var lag = new CheckpointLag(store.ConnectionString);
        await lag.BeginAsync(cancellation);
        var (memory, leader, pictures, upload) = (new ServiceMemory(service.Id), new CatchingUp(store.Source), new PictureReads(service.Url, store.Key), new ImportUpload(service.Url, store.Key));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var (watching, reading) = (memory.WatchAsync(stop.Token), pictures.RunAsync(stop.Token));
        var start = Stopwatch.GetTimestamp();
        await using var stream = File.OpenRead(file.Path);
        if (await upload.RunAsync(stream, cancellation) is not 200 and var status)
        {
            throw new InvalidOperationException($"The import was answered {status}.");
        }

        var answered = Stopwatch.GetElapsedTime(start);
        var listing = TimedAsync(leader.WaitListedAsync(file.LastClaim, cancellation), start);
        await leader.WaitCoveredAsync(cancellation);
        var covered = Stopwatch.GetElapsedTime(start);
        var listed = await listing;
        await stop.CancelAsync();
        await watching;
        var (during, refused) = await reading;
        var peak = memory.Peak;
        using var enough = new CancellationTokenSource(4 * options.Time);
        var (quiet, _) = await pictures.RunAsync(enough.Token);
        var lags = await lag.ReadAsync(cancellation) ?? throw new InvalidOperationException("Nothing was recorded.");
        var rows = await leader.CountAsync(cancellation);
        var after = await CopyFloor.RunAsync(store.Source, payload, file.Claims, cancellation);
        return new(file, upload.Results, answered, covered, listed, lags, peak, $"{memory}", during, refused, quiet, rows, before, after);
    }

    private static async Task<TimeSpan> TimedAsync(Task task, long start)
    {
        await task;
        return Stopwatch.GetElapsedTime(start);
    }
}
