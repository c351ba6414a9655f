using System.Text.Json;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Replaying;

/// <summary>One request to the record, as it goes over HTTP.</summary>
/// <param name="What">For people: "claim 7d46…".</param>
/// <param name="Body">JSON in UTF-8.</param>
internal sealed record RecordStep(StepKind Kind, string What, string Id, ReadOnlyMemory<byte> Body)
{
    /// <summary>The version of its stream that it makes: it is recorded as that, or was, or not at all. Null: it takes things as they are.</summary>
    public long? Version { get; init; }

    /// <summary>Whether it changes what is there, whatever that is.</summary>
    public bool Changes { get; init; }

    public string Path => Kind switch
    {
        StepKind.Actor => $"/api/actors/{EscapedId}",
        StepKind.Topic => $"/api/topics/{EscapedId}",
        StepKind.Source => "/api/sources",
        StepKind.Claim => "/api/claims",
        StepKind.Encounter => "/api/encounters",
        StepKind.Correction => $"/api/claims/{EscapedId}/correction",
        StepKind.Retraction => $"/api/claims/{EscapedId}/retraction",
        StepKind.Dispute => $"/api/claims/{EscapedId}/dispute",
        StepKind.Resolution => $"/api/claims/{EscapedId}/dispute/resolution",
        StepKind.Withdrawal => $"/api/sources/{EscapedId}/withdrawal",
        StepKind.EncounterCorrection => $"/api/encounters/{EscapedId}/correction",
        _ => throw new NotSupportedException($"{Kind} has no route."),
    };

    public HttpMethod Method => Kind is StepKind.Actor or StepKind.Topic ? HttpMethod.Put : HttpMethod.Post;

    /// <summary>What it brings along where nobody reads the answer.</summary>
    public RecordingContext ContextOf(Provenance provenance) => new(provenance)
    {
        Makes = Kind.OnlyCreates() ? null : Version, // what only creates is compared with the first version anyway
        Shows = false,
    };

    private string EscapedId => Uri.EscapeDataString(Id);

    public static RecordStep Of(StepKind kind, string id, JsonObject body) => Of(kind, id, JsonSerializer.SerializeToUtf8Bytes(body, Json.Options));

    public static RecordStep Of(StepKind kind, string id, ReadOnlyMemory<byte> body) => new(kind, $"{EnumWords.Of(kind)} {id}", id, body);
}
