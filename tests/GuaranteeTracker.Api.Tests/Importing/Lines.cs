using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Importing;

/// <summary>Lines as an import takes them, to vary.</summary>
internal static class Lines
{
    /// <summary>What claims of <see cref="Samples"/> refer to, but for the source.</summary>
    public static IReadOnlyList<string> Catalogue { get; } =
    [
        Of("actor", Samples.Actor(), "us"), Of("actor", Samples.Actor("Russia"), "russia"), Actor("donald-trump", "Donald Trump", mandateFor: "us"), Of("topic", Samples.Topic(), "us-air-support"),
    ];

    public static string Of(string type, JsonObject body, string? id = null, long? version = null)
    {
        body["type"] = type;
        body["id"] = id ?? body["id"]!.GetValue<string>();
        if (version is not null)
        {
            body["version"] = version;
        }

        return body.ToJsonString();
    }

    public static string Actor(string id, string name, long? version = null, string? mandateFor = null)
    {
        var actor = Samples.Actor(name, "person");
        if (mandateFor is not null)
        {
            actor["mandates"] = new JsonArray(new JsonObject { ["for"] = mandateFor, ["from"] = "2025-01-20" });
        }

        return Of("actor", actor, id, version);
    }

    public static string Topic(string id, string title = "A", long? version = null) => Of("topic", Samples.Topic(title), id, version);

    public static string Source(Guid id) => Of("source", Samples.Source(id));

    public static string Claim(Guid source, Guid id, string topic = "us-air-support", string stance = "open")
    {
        var claim = Samples.Claim(source, id, stance);
        claim["topic"] = topic;
        return Of("claim", claim);
    }

    public static string Correction(Guid source, Guid id, string stance, long? version = null, string topic = "us-air-support")
    {
        var content = Samples.Claim(source, null, stance);
        content.Remove("id");
        content["topic"] = topic;
        return Of("correction", new() { ["reason"] = "It was misread.", ["claim"] = content }, $"{id}", version);
    }

    /// <param name="type">retraction, dispute, resolution or withdrawal.</param>
    public static string Because(string type, Guid id, string reason = "Who said so?", long? version = null) => Of(type, new() { ["reason"] = reason }, $"{id}", version);

    public static IReadOnlyList<string> Claims(Guid source, int count, string topic = "us-air-support") => [.. Enumerable.Range(0, count).Select(_ => Claim(source, Guid.NewGuid(), topic))];
}
