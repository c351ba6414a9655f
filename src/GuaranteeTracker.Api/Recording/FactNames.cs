using System.Runtime.CompilerServices;
using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Actors;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Encounters;
using GuaranteeTracker.Domain.Sources;
using GuaranteeTracker.Domain.Timelines;
using GuaranteeTracker.Domain.Topics;

namespace GuaranteeTracker.Api.Recording;

/// <summary>The stored names of facts. They are explicit: a type may be renamed, a stored event may not.</summary>
internal static class FactNames
{
    public const string
        SourceRegistered = "source-registered",
        SourceWithdrawn = "source-withdrawn",
        ClaimRecorded = "claim-recorded",
        ClaimCorrected = "claim-corrected",
        ClaimRetracted = "claim-retracted",
        ClaimDisputed = "claim-disputed",
        DisputeResolved = "dispute-resolved",
        Tombstone = "tombstone"; // Marten's own, where an append failed: no fact

    public static IReadOnlyDictionary<string, Type> Types { get; } = new Dictionary<string, Type>(StringComparer.Ordinal)
    {
        [SourceRegistered] = typeof(SourceRegistered),
        [SourceWithdrawn] = typeof(SourceWithdrawn),
        [ClaimRecorded] = typeof(ClaimRecorded),
        [ClaimCorrected] = typeof(ClaimCorrected),
        [ClaimDisputed] = typeof(ClaimDisputed),
        [DisputeResolved] = typeof(DisputeResolved),
        [ClaimRetracted] = typeof(ClaimRetracted),
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

    /// <summary>Those of the facts that the catalogue holds, which it tells by their types alone.</summary>
    public static IReadOnlySet<string> Catalogued { get; } = Types
        .Where(name => Catalogue.Holds((IFact)RuntimeHelpers.GetUninitializedObject(name.Value)))
        .Select(name => name.Key)
        .ToHashSet(StringComparer.Ordinal);
}
