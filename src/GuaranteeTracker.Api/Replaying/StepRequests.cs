using System.Text.Json;
using GuaranteeTracker.Api.Actors;
using GuaranteeTracker.Api.Claims;
using GuaranteeTracker.Api.Encounters;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Sources;
using GuaranteeTracker.Api.Topics;
using GuaranteeTracker.Domain.Actors;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Encounters;
using GuaranteeTracker.Domain.Sources;
using GuaranteeTracker.Domain.Topics;

namespace GuaranteeTracker.Api.Replaying;

/// <summary>What is to be recorded for a step: the same as over HTTP.</summary>
internal static class StepRequests
{
    /// <param name="now">The instant (UTC) after which nothing can have been published yet.</param>
    public static IRecordingRequest Of(RecordStep step, DateTime now)
    {
        try
        {
            return Make(step, now);
        }
        catch (JsonException e)
        {
            var at = JsonPointers.FromPath(e.Path);
            return new Unrecordable(new(400, "bad-json", $"{at}: not the JSON that is expected here."));
        }
    }

    private static IRecordingRequest Make(RecordStep step, DateTime now) => step.Kind switch
    {
        StepKind.Actor => ActorRecordings.Of(step.Id, Read<SetActor>(step)),
        StepKind.Topic => TopicRecordings.Of(step.Id, Read<SetTopic>(step)),
        StepKind.Source => SourceRecordings.Of(Read<RegisterSource>(step), now),
        StepKind.Claim => ClaimRecordings.Of(Read<RecordClaim>(step)),
        StepKind.Encounter => EncounterRecordings.Of(Read<RecordEncounter>(step)),
        StepKind.Correction => Change<CorrectClaim>(step, "claim", ClaimRecordings.Of),
        StepKind.Retraction => Change<RetractClaim>(step, "claim", ClaimRecordings.Of),
        StepKind.Dispute => Change<DisputeClaim>(step, "claim", ClaimRecordings.Of),
        StepKind.Resolution => Change<ResolveDispute>(step, "claim", ClaimRecordings.Of),
        StepKind.Withdrawal => Change<WithdrawSource>(step, "source", SourceRecordings.Of),
        StepKind.EncounterCorrection => Change<CorrectEncounter>(step, "encounter", EncounterRecordings.Of),
        _ => throw new NotSupportedException($"{step.Kind} cannot be recorded."),
    };

    private static IRecordingRequest Change<T>(RecordStep step, string what, Func<Guid, T, IRecordingRequest> change) => Guid.TryParseExact(step.Id, "D", out var id)
        ? change(id, Read<T>(step))
        : new Unrecordable(new(404, $"unknown-{what}", $"There is no such {what}: its id would be a UUID."));

    private static T Read<T>(RecordStep step) => JsonSerializer.Deserialize<T>(step.Body.Span, Json.Options)!;
}
