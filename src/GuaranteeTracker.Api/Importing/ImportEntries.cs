using System.Globalization;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Replaying;

namespace GuaranteeTracker.Api.Importing;

/// <summary>Makes what is to be recorded of the steps of one import.</summary>
internal sealed class ImportEntries(ImportErrand errand, Guid analyst, TimeProvider clock)
{
    private readonly Brake? _brake = errand.IsStrict ? new() : null;

    public ImportEntry Of(ImportStep item)
    {
        var step = item.Step;
        var context = step.ContextOf(new Provenance(analyst, errand.Correlation, Guid.CreateVersion7().ToString("D", CultureInfo.InvariantCulture)));
        var request = errand.Refuse(step.Kind) is { } problem ? new Unrecordable(problem) : StepRequests.Of(step, clock.GetUtcNow().UtcDateTime);
        return new(item, request, context, _brake);
    }
}
