using System.Text.Json.Nodes;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Replaying;

/// <summary>One request to the record, as it goes over HTTP.</summary>
/// <param name="What">For people: "claim 7d46…".</param>
internal sealed record SeedStep(SeedKind Kind, string What, string Id, JsonObject Body)
{
    /// <summary>The version of its stream that it makes: it is recorded as that, or was, or not at all. Null: it takes things as they are.</summary>
    public long? Version { get; init; }

    /// <summary>Whether it changes what is there, whatever that is.</summary>
    public bool Changes { get; init; }

    public string Path => Kind switch
    {
        SeedKind.Actor => $"/api/actors/{EscapedId}",
        SeedKind.Topic => $"/api/topics/{EscapedId}",
        SeedKind.Source => "/api/sources",
        SeedKind.Claim => "/api/claims",
        SeedKind.Encounter => "/api/encounters",
        SeedKind.Correction => $"/api/claims/{EscapedId}/correction",
        SeedKind.Retraction => $"/api/claims/{EscapedId}/retraction",
        SeedKind.Dispute => $"/api/claims/{EscapedId}/dispute",
        SeedKind.Resolution => $"/api/claims/{EscapedId}/dispute/resolution",
        SeedKind.Withdrawal => $"/api/sources/{EscapedId}/withdrawal",
        SeedKind.EncounterCorrection => $"/api/encounters/{EscapedId}/correction",
        _ => throw new NotSupportedException($"{Kind} has no route."),
    };

    public HttpMethod Method => Kind is SeedKind.Actor or SeedKind.Topic ? HttpMethod.Put : HttpMethod.Post;

    /// <summary>Whether nothing of that id may be on record, unless it is the same.</summary>
    public bool OnlyCreates => CreatesOnly(Kind);

    private string EscapedId => Uri.EscapeDataString(Id);

    public static SeedStep Of(SeedKind kind, string id, JsonObject body) => new(kind, $"{EnumWords.Of(kind)} {id}", id, body);

    /// <inheritdoc cref="OnlyCreates"/>
    public static bool CreatesOnly(SeedKind kind) => kind is SeedKind.Source or SeedKind.Claim or SeedKind.Encounter;
}

/// <summary>What is asked for; the words of these are the types of lines in an export.</summary>
internal enum SeedKind
{
    Actor,
    Topic,
    Source,
    Claim,
    Encounter,
    Correction,
    Retraction,
    Dispute,
    Resolution,
    Withdrawal,
    EncounterCorrection,
}
