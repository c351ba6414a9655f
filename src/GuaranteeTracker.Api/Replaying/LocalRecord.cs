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

/// <summary>Replays into this process's own store, through the same recorders as HTTP.</summary>
internal sealed class LocalRecord(
    AnalystDirectory analysts, PictureReader pictures, SourceRecorder sources, ClaimRecorder claims,
    ActorRecorder actors, TopicRecorder topics, EncounterRecorder encounters) : IRecordTarget
{
    /// <summary>Who the seeds' events say recorded them.</summary>
    public const string Analyst = "seeds";

    public async Task<StepResult> SendAsync(SeedStep step, CancellationToken cancellation)
    {
        var analyst = await analysts.IdOfAsync(Analyst, cancellation);
        var context = new RecordingContext(new Provenance(analyst, "replay", Guid.CreateVersion7().ToString()));
        try
        {
            var outcome = await (step.Kind switch
            {
                SeedKind.Actor => actors.SetAsync(step.Id, Read<SetActor>(step), context, cancellation),
                SeedKind.Topic => topics.SetAsync(step.Id, Read<SetTopic>(step), context, cancellation),
                SeedKind.Source => sources.RegisterAsync(Read<RegisterSource>(step), context, cancellation),
                SeedKind.Claim => claims.RecordAsync(Read<RecordClaim>(step), context, cancellation),
                SeedKind.Encounter => encounters.RecordAsync(Read<RecordEncounter>(step), context, cancellation),
                _ => throw new NotSupportedException($"{step.Kind} has no recorder."),
            });
            return outcome switch
            {
                Outcome.Recorded recorded => new(recorded.IsNew, null),
                Outcome.Refused { Problem: { Status: >= 500 } failure } => throw new SeedException($"{step.What} could not be recorded. {failure.Detail}"),
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
            throw new SeedException(because);
        }

        return (JsonObject)JsonSerializer.SerializeToNode(await pictures.ReadAsync(moment.End, cancellation), Json.Options)!;
    }

    private static T Read<T>(SeedStep step) => step.Body.Deserialize<T>(Json.Options)!;
}
