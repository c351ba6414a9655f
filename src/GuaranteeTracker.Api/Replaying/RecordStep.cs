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

    /// <summary>Where what seeds hold is sent one by one.</summary>
    public string Path => Kind switch
    {
        StepKind.Actor => $"/api/actors/{EscapedId}",
        StepKind.Topic => $"/api/topics/{EscapedId}",
        StepKind.Source => "/api/sources",
        StepKind.Claim => "/api/claims",
        StepKind.Encounter => "/api/encounters",
        _ => throw new NotSupportedException($"{Kind} is sent in an import only."),
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
