using System.Text.Json.Nodes;

namespace GuaranteeTracker.Api.Replaying;

/// <summary>One request of a replay, as it goes over HTTP.</summary>
/// <param name="What">For people: "claim 7d46…".</param>
internal sealed record SeedStep(SeedKind Kind, string What, string Id, JsonObject Body)
{
    public string Path => Kind switch
    {
        SeedKind.Actor => $"/api/actors/{Id}",
        SeedKind.Topic => $"/api/topics/{Id}",
        SeedKind.Source => "/api/sources",
        SeedKind.Claim => "/api/claims",
        SeedKind.Encounter => "/api/encounters",
        _ => throw new NotSupportedException($"{Kind} has no route."),
    };

    public HttpMethod Method => Kind is SeedKind.Actor or SeedKind.Topic ? HttpMethod.Put : HttpMethod.Post;
}

internal enum SeedKind
{
    Actor,
    Topic,
    Source,
    Claim,
    Encounter,
}
