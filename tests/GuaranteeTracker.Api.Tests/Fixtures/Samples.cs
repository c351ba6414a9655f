using System.Text.Json.Nodes;

namespace GuaranteeTracker.Api.Tests.Fixtures;

/// <summary>A small catalogue, one source, and claims in it, to vary in tests.</summary>
internal static class Samples
{
    /// <summary>The source's words. Every quote of <see cref="Claim"/> is in here; the astral letter makes code units and code points differ.</summary>
    public const string Text = "𝕎 On Monday the president said the US would help by air. The ministry rejected Western troops. The ministry rejected Western troops again.";

    public static JsonObject Actor(string name = "United States", string kind = "state") => new() { ["name"] = name, ["kind"] = kind };

    public static JsonObject Topic(string title = "US air support", string proposition = "The United States supports Ukraine from the air.") =>
        new() { ["title"] = title, ["proposition"] = proposition };

    public static JsonObject Source(Guid? id = null, string text = Text, string published = "2025-08-20") => new()
    {
        ["id"] = (id ?? Guid.NewGuid()).ToString(), ["url"] = "https://example.org/article", ["publisher"] = "Example", ["title"] = "Leaders met",
        ["published"] = published, ["language"] = "en", ["text"] = text,
    };

    public static JsonObject Claim(Guid source, Guid? id = null, string stance = "open", string stated = "2025-08-18", string exact = "the US would help by air") => new()
    {
        ["id"] = (id ?? Guid.NewGuid()).ToString(), ["actor"] = "us", ["topic"] = "us-air-support", ["stance"] = stance, ["voice"] = "paraphrase", ["speaker"] = "donald-trump",
        ["stated"] = stated, ["summary"] = "The US would help by air.",
        ["evidence"] = new JsonObject { ["source"] = source.ToString(), ["quotes"] = new JsonArray(new JsonObject { ["exact"] = exact }) },
    };

    /// <summary>Records the actors us, russia and donald-trump (who speaks for us from 2025-01-20), the topic us-air-support, and one source.</summary>
    /// <returns>The source's id.</returns>
    public static async Task<Guid> RecordCatalogueAsync(this Tracker tracker, string text = Text, string published = "2025-08-20")
    {
        await Must(tracker.Admin.PutAsync("/api/actors/us", Actor()));
        await Must(tracker.Admin.PutAsync("/api/actors/russia", Actor("Russia")));
        var trump = Actor("Donald Trump", "person");
        trump["mandates"] = new JsonArray(new JsonObject { ["for"] = "us", ["from"] = "2025-01-20" });
        await Must(tracker.Admin.PutAsync("/api/actors/donald-trump", trump));
        await Must(tracker.Admin.PutAsync("/api/topics/us-air-support", Topic()));
        var source = Guid.NewGuid();
        await Must(tracker.Admin.PostAsync("/api/sources", Source(source, text, published)));
        return source;
    }

    /// <summary>Records a claim as <see cref="Claim"/> makes it.</summary>
    /// <returns>Its id.</returns>
    public static async Task<Guid> RecordClaimAsync(this Tracker tracker, Guid source, string stance = "open", string stated = "2025-08-18", string exact = "the US would help by air")
    {
        var id = Guid.NewGuid();
        await Must(tracker.Admin.PostAsync("/api/claims", Claim(source, id, stance, stated, exact)));
        return id;
    }

    private static async Task Must(Task<HttpResponseMessage> recording)
    {
        using var response = await recording;
        response.IsSuccessStatusCode.Should().BeTrue(await response.Content.ReadAsStringAsync());
    }
}
