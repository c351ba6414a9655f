using System.Text.Json;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Actors;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Encounters;
using GuaranteeTracker.Domain.Sources;
using GuaranteeTracker.Domain.Topics;

namespace GuaranteeTracker.Api.Recording;

/// <summary>The names under which facts are stored. They are explicit: a type may be renamed, a stored event may not.</summary>
internal static class StoredFacts
{
    /// <summary>What Marten leaves where an append failed: no fact.</summary>
    public const string Tombstone = "tombstone";

    public static IReadOnlyDictionary<string, Type> Types { get; } = new Dictionary<string, Type>(StringComparer.Ordinal)
    {
        ["source-registered"] = typeof(SourceRegistered),
        ["source-withdrawn"] = typeof(SourceWithdrawn),
        ["claim-recorded"] = typeof(ClaimRecorded),
        ["claim-corrected"] = typeof(ClaimCorrected),
        ["claim-disputed"] = typeof(ClaimDisputed),
        ["dispute-resolved"] = typeof(DisputeResolved),
        ["claim-retracted"] = typeof(ClaimRetracted),
        ["actor-registered"] = typeof(ActorRegistered),
        ["actor-renamed"] = typeof(ActorRenamed),
        ["alias-added"] = typeof(AliasAdded),
        ["alias-removed"] = typeof(AliasRemoved),
        ["mandate-granted"] = typeof(MandateGranted),
        ["mandate-ended"] = typeof(MandateEnded),
        ["mandate-withdrawn"] = typeof(MandateWithdrawn),
        ["topic-registered"] = typeof(TopicRegistered),
        ["topic-reworded"] = typeof(TopicReworded),
        ["encounter-recorded"] = typeof(EncounterRecorded),
        ["encounter-corrected"] = typeof(EncounterCorrected),
    };

    /// <param name="type">The stored name.</param>
    /// <param name="json">The stored data.</param>
    public static IFact Read(string type, string json) =>
        Types.TryGetValue(type, out var fact) && JsonSerializer.Deserialize(json, fact, Json.Stored) is IFact read
            ? read
            : throw new NotSupportedException($"The record has no place for {type}.");
}
