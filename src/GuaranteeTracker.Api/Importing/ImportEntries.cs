using System.Globalization;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Replaying;

namespace GuaranteeTracker.Api.Importing;

/// <summary>Makes what is to be recorded of the steps of one import.</summary>
internal sealed class ImportEntries(ImportErrand errand, Guid analyst, TimeProvider clock, QuoteFinder finder) : IDisposable
{
    private const int MostAbsent = 100_000;

    private readonly HashSet<string> _absent = new(StringComparer.Ordinal); // sources that were looked for in vain
    private readonly KnownThings _coming = new(); // texts of this import: they are on record only if the record says so
    private readonly Brake? _brake = errand.IsStrict ? new() : null;

    /// <summary>Has the words that it quotes looked for, if its source is on record or came before: that can take long, and is not to hold up a transaction.</summary>
    public async Task LookAsync(ImportEntry entry, CancellationToken cancellation)
    {
        if (entry.Request.Quotation is not { Search: null } quotation || (_absent.Contains(quotation.Source) && _coming.TextOf(quotation.Source) is null))
        {
            return;
        }

        if (await finder.FindAsync([entry.Request], Timeout.InfiniteTimeSpan, cancellation, _coming) is ({ } problem, _))
        {
            entry.Request = new Unrecordable(problem);
        }
        else if (quotation.Search is null && _absent.Count < MostAbsent)
        {
            _absent.Add(quotation.Source);
        }
    }

    public void Dispose() => _coming.Dispose();

    public ImportEntry Of(ImportStep item)
    {
        var entry = Make(item);
        if (entry.Request.Text is { } text)
        {
            _coming.AddText(entry.Stream, new(text.Sha256, text.Text)); // its claims come soon
        }

        return entry;
    }

    private ImportEntry Make(ImportStep item)
    {
        var step = item.Step;
        var context = step.ContextOf(new Provenance(analyst, errand.Correlation, Guid.CreateVersion7().ToString("D", CultureInfo.InvariantCulture)));
        var request = errand.Refuse(step.Kind) is { } problem ? new Unrecordable(problem) : StepRequests.Of(step, clock.GetUtcNow().UtcDateTime);
        return new(item, request, context, _brake);
    }
}
