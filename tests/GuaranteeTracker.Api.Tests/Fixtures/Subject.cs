using System.Text.Json.Nodes;

namespace GuaranteeTracker.Api.Tests.Fixtures;

/// <summary>A topic of a test's own, so that others' claims do not show in its pictures; and a source to make claims from.</summary>
internal sealed record Subject(Tracker Tracker, string Topic, Guid Source)
{
    /// <summary>Records the topic, the catalogue of <see cref="Samples"/>, and a source.</summary>
    public static async Task<Subject> RecordAsync(Tracker tracker)
    {
        var source = await tracker.RecordCatalogueAsync();
        var topic = $"topic-{Guid.NewGuid():N}";
        await MustAsync(tracker.Admin.PutAsync($"/api/topics/{topic}", Samples.Topic()));
        return new(tracker, topic, source);
    }

    /// <summary>A claim on the topic, to vary.</summary>
    public JsonObject Claim(string stance = "open", string stated = "2025-08-18", Guid? id = null)
    {
        var claim = Samples.Claim(Source, id, stance, stated);
        claim["topic"] = Topic;
        return claim;
    }

    /// <returns>The claim's id.</returns>
    public async Task<Guid> RecordClaimAsync(string stance = "open", string stated = "2025-08-18")
    {
        var id = Guid.NewGuid();
        await MustAsync(Tracker.Admin.PostAsync("/api/claims", Claim(stance, stated, id)));
        return id;
    }

    /// <summary>The picture of the topic alone, as bytes came.</summary>
    public Task<string> PictureAsync(string query) => Tracker.Public.GetStringAsync($"/api/picture?topic={Topic}&{query}");

    /// <summary>The stance of the only position; null where there is none.</summary>
    public async Task<string?> StanceAsync(string query) => Position(await PictureAsync(query))?["stance"]!.GetValue<string>();

    /// <summary>The only position of a picture; null where there is none.</summary>
    public static JsonNode? Position(string picture) =>
        JsonNode.Parse(picture)!["topics"]!.AsArray().SingleOrDefault()?["positions"]!.AsArray().SingleOrDefault();

    /// <summary>Fails with the answer's words unless it succeeded.</summary>
    public static async Task<JsonObject> MustAsync(Task<HttpResponseMessage> request)
    {
        using var response = await request;
        response.IsSuccessStatusCode.Should().BeTrue(await response.Content.ReadAsStringAsync());
        return await response.JsonAsync();
    }
}
