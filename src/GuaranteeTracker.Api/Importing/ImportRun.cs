using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Recording.Saving;
using GuaranteeTracker.Api.Replaying;

namespace GuaranteeTracker.Api.Importing;

/// <summary>One import, chunk by chunk: what waits, what came of it, and whether it goes on.</summary>
internal sealed class ImportRun(Saver saver, ImportPace pace, ImportEntries entries, ILogger log, Action<ImportResult> tell, ImportErrand errand, long window = WaitingSteps.Window)
{
    /// <summary>So many are saved together at most.</summary>
    private const int MostTogether = 1_000;

    private readonly WaitingSteps _waiting = new(window);
    private readonly StepOrder _order = new();

    public ImportReport Report { get; private set; } = ImportReport.Nothing;

    /// <summary>Nothing more is to be recorded.</summary>
    public bool IsStopped => errand.Over.IsCancellationRequested || (errand.IsStrict && !Report.IsWhole);

    public async Task TakeAsync(IReadOnlyList<ImportItem> chunk, CancellationToken cancellation)
    {
        var steps = new List<ImportEntry>(chunk.Count);
        foreach (var item in chunk)
        {
            _waiting.Read(item.Bytes);
            if (item is ImportStep step)
            {
                steps.Add(_order.Take(entries.Of(step)));
                continue;
            }

            if (errand.IsStrict) // what came before it is recorded
            {
                await SaveAsync(steps, cancellation);
                steps = [];
            }

            if (IsStopped)
            {
                return;
            }

            Tell(ImportResult.Of(item, null));
        }

        if (!IsStopped)
        {
            await SaveAsync([.. _waiting.TakeOld(all: false), .. steps], cancellation);
        }
    }

    /// <summary>Nothing more comes: what waits is decided as things are.</summary>
    public async Task EndAsync(CancellationToken cancellation)
    {
        while (!IsStopped && _waiting.TakeOld(all: true) is { Count: > 0 } rest)
        {
            await SaveAsync(rest, cancellation);
        }
    }

    private async Task SaveAsync(IReadOnlyList<ImportEntry> all, CancellationToken cancellation)
    {
        for (var left = new Queue<ImportEntry[]>(all.Chunk(MostTogether)); left.TryDequeue(out var together) && !IsStopped;)
        {
            foreach (var entry in together)
            {
                await entries.LookAsync(entry, cancellation);
            }

            await saver.SaveAsync(together, cancellation);
            Array.ForEach(together, entry => Park(entry));
            var woken = new List<ImportEntry>();
            foreach (var entry in together.Where(entry => entry.IsAnswered))
            {
                _order.End(entry);
                var result = ImportResult.Of(entry.Item, await OutcomeAsync(entry));
                Tell(result);
                woken.AddRange(result.Version is { } version ? _waiting.TakeFor(new(entry.Stream, version)) : []);
                woken.AddRange(entry.IsFollowed ? _waiting.TakeFor(Awaited.Decided(entry)) : []);
            }

            foreach (var more in woken.Chunk(MostTogether))
            {
                left.Enqueue(more);
            }

            await pace.KeepAsync(cancellation);
        }
    }

    private void Park(ImportEntry entry)
    {
        if (entry is { IsAnswered: false, WaitsFor: not null })
        {
            _waiting.Add(entry);
        }
    }

    private async Task<Outcome> OutcomeAsync(ImportEntry entry)
    {
        try
        {
            var outcome = await entry.Answered;
            return outcome is Outcome.Refused { Problem: { Status: >= 500 } failure }
                ? throw new UnusableInputException(failure with { Detail = $"{entry.Item.Step.What} could not be recorded. {failure.Detail}" })
                : outcome;
        }
        catch (Exception e) when (e is not UnusableInputException)
        {
            log.LogError(e, "{Step} could not be recorded", entry.Item.Step.What);
            return new Outcome.Refused(ProblemHandling.OfStatus(StatusCodes.Status500InternalServerError));
        }
    }

    private void Tell(ImportResult result)
    {
        Report = Report.With(result.Word);
        tell(result);
    }
}
