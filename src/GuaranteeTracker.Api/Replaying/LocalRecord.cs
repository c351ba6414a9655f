using System.Text.Json;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Actors;
using GuaranteeTracker.Api.Claims;
using GuaranteeTracker.Api.Encounters;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Pictures;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Sources;
using GuaranteeTracker.Api.Topics;
using GuaranteeTracker.Domain.Actors;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Dates;
using GuaranteeTracker.Domain.Encounters;
using GuaranteeTracker.Domain.Sources;
using GuaranteeTracker.Domain.Topics;

namespace GuaranteeTracker.Api.Replaying;

/// <summary>Records in this process's own store, through the same recorders as HTTP.</summary>
internal sealed class LocalRecord(
    AnalystDirectory analysts, PictureReader pictures, SourceRecorder sources, ClaimRecorder claims,
    ActorRecorder actors, TopicRecorder topics, EncounterRecorder encounters, Errand errand) : IRecordTarget
{
    private static readonly Precondition _any = new(Any: true, []);

    public async Task<StepResult> SendAsync(RecordStep step, CancellationToken cancellation)
    {
        try
        {
            var analyst = await analysts.IdOfAsync(errand.Analyst, cancellation);
            var context = new RecordingContext(new Provenance(analyst, errand.Correlation, Guid.CreateVersion7().ToString()))
            {
                Makes = step.Kind.OnlyCreates() ? null : step.Version, // what only creates is compared with the first version anyway
                Shows = false,
            };
            var outcome = await RecordAsync(step, context, cancellation);
            if (step.Changes && outcome is Outcome.Refused { Problem.Status: StatusCodes.Status428PreconditionRequired })
            {
                outcome = await RecordAsync(step, context with { IfMatch = _any }, cancellation);
            }

            return outcome switch
            {
                Outcome.Recorded recorded => new(recorded.IsNew, null),
                Outcome.Refused { Problem: { Status: >= 500 } failure } => throw new UnusableInputException($"{step.What} could not be recorded. {failure.Detail}"),
                Outcome.Refused { Problem: var problem } => new(false, Refusals.Describe(problem.Detail, problem.Errors)),
                _ => throw new NotSupportedException($"{outcome.GetType().Name} is no result."),
            };
        }
        catch (JsonException e)
        {
            return new(false, $"{JsonPointers.FromPath(e.Path)}: not the JSON that is expected here.");
        }
    }

    public async Task<JsonObject> PictureAsync(string asOf, CancellationToken cancellation)
    {
        if (!IsoMoment.TryParse(asOf, out var moment, out var because))
        {
            throw new UnusableInputException(because);
        }

        return (JsonObject)JsonSerializer.SerializeToNode(await pictures.ReadAsync(moment.End, cancellation), Json.Options)!;
    }

    private Task<Outcome> RecordAsync(RecordStep step, RecordingContext context, CancellationToken cancellation) => step.Kind switch
    {
        StepKind.Actor => actors.SetAsync(step.Id, Read<SetActor>(step), context, cancellation),
        StepKind.Topic => topics.SetAsync(step.Id, Read<SetTopic>(step), context, cancellation),
        StepKind.Source => sources.RegisterAsync(Read<RegisterSource>(step), context, cancellation),
        StepKind.Claim => claims.RecordAsync(Read<RecordClaim>(step), context, cancellation),
        StepKind.Encounter => encounters.RecordAsync(Read<RecordEncounter>(step), context, cancellation),
        StepKind.Correction => ChangeAsync<CorrectClaim>(step, "claim", (id, request) => claims.CorrectAsync(id, request, context, cancellation)),
        StepKind.Retraction => ChangeAsync<RetractClaim>(step, "claim", (id, request) => claims.RetractAsync(id, request, context, cancellation)),
        StepKind.Dispute => ChangeAsync<DisputeClaim>(step, "claim", (id, request) => claims.DisputeAsync(id, request, context, cancellation)),
        StepKind.Resolution => ChangeAsync<ResolveDispute>(step, "claim", (id, request) => claims.ResolveAsync(id, request, context, cancellation)),
        StepKind.Withdrawal => ChangeAsync<WithdrawSource>(step, "source", (id, request) => sources.WithdrawAsync(id, request, context, cancellation)),
        StepKind.EncounterCorrection => ChangeAsync<CorrectEncounter>(step, "encounter", (id, request) => encounters.CorrectAsync(id, request, context, cancellation)),
        _ => throw new NotSupportedException($"{step.Kind} has no recorder."),
    };

    private static Task<Outcome> ChangeAsync<T>(RecordStep step, string what, Func<Guid, T, Task<Outcome>> change) =>
        Guid.TryParseExact(step.Id, "D", out var id)
            ? change(id, Read<T>(step))
            : Task.FromResult<Outcome>(new Outcome.Refused(new(404, $"unknown-{what}", $"There is no such {what}: its id would be a UUID.")));

    private static T Read<T>(RecordStep step) => step.Body.Deserialize<T>(Json.Options)!;
}
