using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Recording.Saving;
using GuaranteeTracker.Api.Replaying;

namespace GuaranteeTracker.Api.Importing;

/// <summary>Imports into this process's own store: in chunks, each decided like single requests and saved together, while the next is read.</summary>
internal sealed class Importer(ImportTransaction transaction, ImportPace pace, AnalystDirectory analysts, TimeProvider clock, QuoteFinder finder, ILogger<Importer> log, ImportErrand errand)
{
    /// <summary>Whether it ended with the first item that was refused or lost, or because it was over.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Whether it may not be made any longer.</summary>
    public bool IsOver => errand.Over.IsCancellationRequested;

    /// <param name="tell">Told what became of each item, soon after it is known; not in the order of the items.</param>
    /// <exception cref="UnusableInputException">The database is away, which would stop all that follows; what was recorded before stays.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled, or over while it waited for an item.</exception>
    public async Task<ImportReport> RunAsync(IAsyncEnumerable<ImportItem> items, Action<ImportResult> tell, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, errand.Over);
        await using var enumerator = items.GetAsyncEnumerator(stop.Token);
        using var entries = new ImportEntries(errand, errand.Analyst ?? await analysts.IdOfAsync(Errand.Import.Analyst, cancellation), clock, finder);
        var run = new ImportRun(new Saver(transaction), pace, entries, log, tell, errand);
        var chunks = new ImportChunks(enumerator);
        var next = chunks.NextAsync();
        try
        {
            while (await next is { Count: > 0 } chunk)
            {
                next = Task.Run(chunks.NextAsync, CancellationToken.None);
                await run.TakeAsync(chunk, cancellation);
                if (run.IsStopped)
                {
                    break;
                }
            }

            await run.EndAsync(cancellation);
            IsStopped = run.IsStopped;
            return run.Report;
        }
        finally
        {
            await stop.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // nobody reads on
            await chunks.EndAsync();
        }
    }
}
