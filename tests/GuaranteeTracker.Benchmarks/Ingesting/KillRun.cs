using System.Diagnostics;
using System.Globalization;
using GuaranteeTracker.Benchmarks.Generating;
using GuaranteeTracker.Benchmarks.Loading;
using GuaranteeTracker.Benchmarks.Starting;

namespace GuaranteeTracker.Benchmarks.Ingesting;

/// <summary>Imports a file into one store while its service is killed at random moments, straight into another, and compares both.</summary>
internal sealed class KillRun(FileInfo service, string data, string path, int kills, int seed)
{
    private const int MostLate = 200;

    /// <returns>Whether nothing is lost, doubled or different.</returns>
    public async Task<bool> RunAsync(TextWriter output, CancellationToken cancellation)
    {
        var claims = new HashSet<Guid>();
        var file = await ImportFile.ReadAsync(path, id => claims.Add(id), cancellation);
        await output.WriteLineAsync($"seed {seed}; {file.Lines} lines, {file.Claims} claims; {kills} kills");
        await using var straight = await NewStore.MakeAsync(data, waits: true, cancellation);
        await using var left = await straight.StartAsync(service, cancellation);
        if (await ImportAsync(left, straight, output, "left alone", cancellation) is not true)
        {
            return false;
        }

        await using var store = await NewStore.MakeAsync(data, waits: true, cancellation);
        await using var last = await KillAsync(store, file, output, cancellation);
        var isImported = await ImportAsync(last, store, output, "after the last kill", cancellation);
        await new CheckpointLag(store.ConnectionString).PrintAsync(output, cancellation);
        var isOnce = await new RecordedOnce(store.Source, claims).PrintAsync(output, cancellation);
        return await SamePictures.PrintAsync(left.Url, last.Url, seed, output, cancellation) && isOnce && isImported;
    }

    /// <returns>A service that was started after the last kill.</returns>
    private async Task<ServiceProcess> KillAsync(NewStore store, ImportFile file, TextWriter output, CancellationToken cancellation)
    {
        var moments = Enumerable.Range(0, kills).Select(kill => Moment(kill, file.Lines)).OrderBy(moment => moment.Line).ToList();
        var process = await store.StartAsync(service, cancellation);
        var reached = 0L;
        foreach (var (line, late) in moments)
        {
            var upload = new ImportUpload(process.Url, store.Key);
            await using var stream = File.OpenRead(path);
            var start = Stopwatch.GetTimestamp();
            var importing = EndAsync(upload, stream, cancellation);
            await WaitAsync(upload, reached, importing, cancellation);
            var again = Stopwatch.GetElapsedTime(start);
            await WaitAsync(upload, line, importing, cancellation);

            await Task.Delay(late, cancellation); // somewhere within a save
            var (isCut, lines, after) = (!importing.IsCompleted, upload.Results.Lines, Stopwatch.GetElapsedTime(start));
            await process.KillAsync();
            var killed = Stopwatch.GetTimestamp();
            await importing;
            await process.DisposeAsync();
            process = await store.StartAsync(service, cancellation);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"sent all: {reached} lines as before after {again.TotalSeconds:0.0} s; killed {(isCut ? "" : "(too late) ")}after {after.TotalSeconds:0.0} s with {lines} lines answered ({upload.Results}); ready again {Stopwatch.GetElapsedTime(killed).TotalSeconds:0.00} s later"));
            reached = lines;
        }

        return process;
    }

    /// <summary>So many milliseconds after so many lines are answered.</summary>
    private (long Line, int Late) Moment(int kill, long lines)
    {
        var draw = Draw.For(Draw.Kind.ShortArticle, -3 - seed, kill);
        return (draw.Below(lines), draw.Below(MostLate));
    }

    private async Task<bool> ImportAsync(ServiceProcess process, NewStore store, TextWriter output, string when, CancellationToken cancellation)
    {
        var (upload, start) = (new ImportUpload(process.Url, store.Key), Stopwatch.GetTimestamp());
        await using var stream = File.OpenRead(path);
        var status = await upload.RunAsync(stream, cancellation);
        var answered = Stopwatch.GetElapsedTime(start);
        await new CatchingUp(store.Source).WaitCoveredAsync(cancellation);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{when}: {status}, {upload.Results.Lines} lines in {answered.TotalSeconds:0.0} s ({upload.Results}); caught up after {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s"));
        return status == 200;
    }

    private static async Task WaitAsync(ImportUpload upload, long lines, Task importing, CancellationToken cancellation)
    {
        while (upload.Results.Lines < lines && !importing.IsCompleted)
        {
            await Task.Delay(1, cancellation);
        }
    }

    /// <summary>Until the service is gone.</summary>
    private static async Task EndAsync(ImportUpload upload, Stream stream, CancellationToken cancellation)
    {
        try
        {
            await upload.RunAsync(stream, cancellation);
        }
        catch (IOException)
        {
            return; // it was killed
        }
    }
}
