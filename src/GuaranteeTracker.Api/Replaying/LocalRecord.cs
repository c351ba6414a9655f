using System.Text.Json;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Pictures;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain.Dates;

namespace GuaranteeTracker.Api.Replaying;

/// <summary>Records in this process's own store, through the same recorder as HTTP.</summary>
internal sealed class LocalRecord(AnalystDirectory analysts, PictureReader pictures, Recorder recorder, TimeProvider clock, Errand errand) : IRecordTarget
{
    public async Task<StepResult> SendAsync(RecordStep step, CancellationToken cancellation)
    {
        var analyst = await analysts.IdOfAsync(errand.Analyst, cancellation);
        var context = step.ContextOf(new Provenance(analyst, errand.Correlation, Guid.CreateVersion7().ToString()));
        var request = StepRequests.Of(step, clock.GetUtcNow().UtcDateTime);
        var outcome = await recorder.RecordAsync(request, context, cancellation);
        return outcome switch
        {
            Outcome.Recorded recorded => new(recorded.IsNew, null),
            Outcome.Refused { Problem: { Status: >= 500 } failure } => throw new UnusableInputException($"{step.What} could not be recorded. {failure.Detail}"),
            Outcome.Refused { Problem: var problem } => new(false, Refusals.Describe(problem.Detail, problem.Errors)),
            _ => throw new NotSupportedException($"{outcome.GetType().Name} is no result."),
        };
    }

    public async Task<JsonObject> PictureAsync(string asOf, CancellationToken cancellation)
    {
        if (!IsoMoment.TryParse(asOf, out var moment, out var because))
        {
            throw new UnusableInputException(because);
        }

        return (JsonObject)JsonSerializer.SerializeToNode(await pictures.ReadAsync(moment.End, cancellation), Json.Options)!;
    }
}
