using System.Text.Json;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Api.Replaying;

/// <summary>
/// Tells what a service has on record of a thing, and whether a step's version of it is the step's own. A claim's history tells
/// exactly; of actors, topics and encounters a service shows the last version only, so an earlier one is taken to be the same.
/// </summary>
internal static class RemoteVersions
{
    /// <summary>Where it is told.</summary>
    public static string PathOf(RecordStep step) => step.Kind switch
    {
        StepKind.Actor or StepKind.Topic => step.Path,
        StepKind.Withdrawal => $"/api/sources/{Uri.EscapeDataString(step.Id)}",
        StepKind.EncounterCorrection => $"/api/encounters/{Uri.EscapeDataString(step.Id)}",
        _ => $"/api/claims/{Uri.EscapeDataString(step.Id)}/history",
    };

    /// <param name="shown">What is at <see cref="PathOf"/>, which holds that version.</param>
    public static bool AreTheSame(RecordStep step, long version, JsonObject shown)
    {
        var sent = Plain(step.Body);
        return step.Kind switch
        {
            StepKind.Withdrawal => JsonNode.DeepEquals(sent, new JsonObject { ["reason"] = shown["withdrawalReason"]?.DeepClone() }),
            StepKind.Actor or StepKind.Topic or StepKind.EncounterCorrection when VersionOf(shown) > version => true,
            StepKind.Actor => JsonNode.DeepEquals(sent, Members(shown, "name", "kind", "aliases", "mandates")),
            StepKind.Topic => JsonNode.DeepEquals(sent, Members(shown, "title", "proposition")),
            StepKind.EncounterCorrection => JsonNode.DeepEquals(Members(sent, "title", "date", "place", "present"), Members(shown, "title", "date", "place", "present")),
            _ => JsonNode.DeepEquals(sent, RequestOf(step, (JsonObject)shown["events"]![(int)version - 1]!)),
        };
    }

    /// <exception cref="UnusableInputException">It has none.</exception>
    public static long VersionOf(JsonObject shown) => shown["version"] is JsonValue value && value.TryGetValue<long>(out var version)
        ? version
        : throw new UnusableInputException("What the service answers has no version: it is not GuaranteeTracker's.");

    /// <summary>What the event would come of; null where it is of another kind than the step.</summary>
    private static JsonObject? RequestOf(RecordStep step, JsonObject e)
    {
        var reason = e["reason"]?.GetValue<string>() ?? "";
        IClaimFact? fact = e["type"]!.GetValue<string>() switch
        {
            FactNames.ClaimCorrected => new ClaimCorrected(default, e["content"].Deserialize<ClaimContent>(Json.Stored)!, reason),
            FactNames.ClaimDisputed => new ClaimDisputed(default, reason),
            FactNames.DisputeResolved => new DisputeResolved(default, reason),
            FactNames.ClaimRetracted => new ClaimRetracted(default, reason),
            _ => null,
        };
        return fact is not null && FactRequests.Of(fact) is var (kind, _, request) && kind == step.Kind
            ? Plain((JsonObject)JsonSerializer.SerializeToNode(request, request.GetType(), FactRequests.Options)!)
            : null;
    }

    private static JsonObject Members(JsonObject of, params string[] names) =>
        Plain(new(names.Select(name => KeyValuePair.Create(name, of[name]?.DeepClone()))));

    /// <summary>Without members that say nothing.</summary>
    private static JsonObject Plain(JsonObject node) => new(node
        .Where(member => member.Value is not (null or JsonArray { Count: 0 }))
        .Select(member => KeyValuePair.Create(member.Key, Plain(member.Value!))));

    private static JsonNode? Plain(JsonNode? node) => node switch
    {
        JsonObject members => Plain(members),
        JsonArray items => new JsonArray([.. items.Select(Plain)]),
        _ => node?.DeepClone(),
    };
}
