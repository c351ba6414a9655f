using System.Globalization;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Moving;

/// <summary>A record with every kind of event, things set to and fro, and words that want to be something else. Nobody changes it.</summary>
public sealed class EventfulRecord : IAsyncLifetime
{
    /// <summary>The same words twice, so that quotes need context; line ends and letters that are easily lost.</summary>
    private const string Text =
        "𝕎 The ministry rejected Western troops. The ministry rejected Western troops again.\r\r\nA line\tafter \u0001 two ends, \uFFFF, 😀\U0010FFFD and \u202Eleft\u202C. {\"type\":\"claim\"} é \u2028 end.";

    public static readonly Guid
        Claim = Guid.Parse("00000000-0000-4000-8000-000000000001"), Moved = Guid.Parse("00000000-0000-4000-8000-000000000002"),
        Retracted = Guid.Parse("00000000-0000-4000-8000-000000000003"), Withdrawn = Guid.Parse("00000000-0000-4000-8000-000000000004"),
        Source = Guid.Parse("00000000-0000-4000-8000-0000000000aa"), Revision = Guid.Parse("00000000-0000-4000-8000-0000000000bb"), Encounter = Guid.Parse("00000000-0000-4000-8000-0000000000ee");

    public Tracker Tracker { get; } = new();

    public async Task InitializeAsync()
    {
        await Tracker.InitializeAsync();
        await SetActorsAsync();
        await SetTopicsAsync();
        await RegisterAsync(Samples.Source(Source, Text));
        var revision = Samples.Source(Revision, Text, "2025-08-21");
        revision["revises"] = Source.ToString();
        await RegisterAsync(revision);
        await RecordClaimsAsync();
        await MeetAsync();
        await ChangeAsync($"sources/{Revision}/withdrawal", 1, Reason("The publisher took it back.\nTwice."));
        await Tracker.SettleAsync();
    }

    public Task DisposeAsync() => Tracker.DisposeAsync();

    private async Task SetActorsAsync()
    {
        await SetAsync("actors/us", Samples.Actor());
        await SetAsync("actors/uk", Samples.Actor("United Kingdom"));
        await SetAsync("actors/us", Samples.Actor("USA"), 1);
        await SetAsync("actors/us", Samples.Actor(), 2);
        await SetAsync("actors/donald-trump", Person(["Trump", "<script>alert(1)</script>"], ("us", "2017-01-20", "2021-01-20"), ("us", "2025-01-20", null)));
        await SetAsync("actors/donald-trump", Person(["The Donald", "Trump"], ("uk", "2025-01-20", null), ("us", "2025-01-20", "2029-01-20")), 1); // an alias each way, a mandate withdrawn, granted, ended
        await SetAsync("actors/donald-trump", Person(["Trump"], ("us", "2025-01-20", null)), 6); // for ever again
    }

    private async Task SetTopicsAsync()
    {
        await SetAsync("topics/us-air-support", Samples.Topic());
        await SetAsync("topics/us-air-support", Samples.Topic("Air support, \"quoted\"", "=1+1"), 1);
        await SetAsync("topics/us-air-support", Samples.Topic(), 2);
        await SetAsync("topics/troops", Samples.Topic("Troops", "Western troops go to Ukraine."));
    }

    private async Task RecordClaimsAsync()
    {
        await PostAsync("claims", ClaimOf(Claim));
        await CorrectAsync(Claim, 1, "commits", "It was misread.");
        await CorrectAsync(Claim, 2, "open", "It was read well.");
        await CorrectAsync(Claim, 3, "commits", "It was misread.");
        await ChangeAsync($"claims/{Claim}/dispute", 4, Reason("Who said it?"));
        await ChangeAsync($"claims/{Claim}/dispute/resolution", 5, Reason("He did."));
        await ChangeAsync($"claims/{Claim}/dispute", 6, Reason("Who said it?"));
        var moved = ClaimOf(Moved, "2025-08-19", "rejects");
        (moved["voice"], moved["reportedBy"], moved["venue"], moved["act"]) = ("hearsay", "uk", "Oval Office", "refusal");
        await PostAsync("claims", moved);
        var elsewhere = ClaimOf(Moved, "2025-08-19", "rejects");
        elsewhere.Remove("id");
        (elsewhere["topic"], elsewhere["actor"]) = ("troops", "uk");
        await ChangeAsync($"claims/{Moved}/correction", 1, new() { ["reason"] = "It is about troops.", ["claim"] = elsewhere });
        await PostAsync("claims", ClaimOf(Retracted, "2025-08", "supports"));
        await ChangeAsync($"claims/{Retracted}/retraction", 1, Reason("Nobody said so."));
        await PostAsync("claims", ClaimOf(Withdrawn, "../2025-08-10", "supports", Revision));
    }

    private async Task MeetAsync()
    {
        JsonObject Met(string title, string? place) => new() { ["title"] = title, ["date"] = "2025-08-18/2025-08-20", ["place"] = place, ["present"] = new JsonArray("us", "uk") };
        var met = Met("A meeting", null);
        met["id"] = Encounter.ToString();
        await PostAsync("encounters", met);
        await ChangeAsync($"encounters/{Encounter}/correction", 1, Met("A summit", "Alaska"));
        var again = Met("A meeting", null);
        again["reason"] = "It was small.";
        await ChangeAsync($"encounters/{Encounter}/correction", 2, again);
    }

    private static JsonObject ClaimOf(Guid id, string stated = "2025-08-18", string stance = "open", Guid? source = null)
    {
        var claim = Samples.Claim(source ?? Source, id, stance, stated);
        claim["conditions"] = new JsonArray("after a ceasefire", "=2+2");
        claim["terms"] = JsonNode.Parse(
            """[{"kind":"money","amount":90000000000.50,"currency":"USD","reportedAs":[{"amount":67000000000,"currency":"GBP"}]},{"kind":"quantity","number":26,"unit":"countries","bound":"at-least","of":35}]""");
        claim["evidence"]!["quotes"] = new JsonArray(
            new JsonObject { ["exact"] = "again.\r\r\nA line\tafter \u0001 two ends, \uFFFF, 😀\U0010FFFD" },
            new JsonObject { ["exact"] = "The ministry rejected Western troops", ["suffix"] = " again" },
            new JsonObject { ["exact"] = "The ministry rejected Western troops", ["prefix"] = "𝕎 " });
        return claim;
    }

    private Task CorrectAsync(Guid id, int version, string stance, string reason)
    {
        var claim = ClaimOf(id, stance: stance);
        claim.Remove("id");
        return ChangeAsync($"claims/{id}/correction", version, new() { ["reason"] = reason, ["claim"] = claim });
    }

    private static JsonObject Person(string[] aliases, params (string For, string From, string? To)[] mandates)
    {
        var actor = Samples.Actor("Donald Trump", "person");
        actor["aliases"] = new JsonArray([.. aliases.Select(alias => (JsonNode)alias)]);
        actor["mandates"] = new JsonArray([.. mandates.Select(mandate => new JsonObject { ["for"] = mandate.For, ["from"] = mandate.From, ["to"] = mandate.To })]);
        return actor;
    }

    private static JsonObject Reason(string reason) => new() { ["reason"] = reason };

    private Task RegisterAsync(JsonObject source) => PostAsync("sources", source);

    private Task PostAsync(string path, JsonObject body) => Subject.MustAsync(Tracker.Admin.PostAsync($"/api/{path}", body));

    private Task ChangeAsync(string path, int version, JsonObject body) => Subject.MustAsync(Tracker.Admin.PostAsync($"/api/{path}", body, IfMatch(version)));

    private Task SetAsync(string path, JsonObject body, int? version = null) =>
        Subject.MustAsync(Tracker.Admin.PutAsync($"/api/{path}", body, version is { } known ? [IfMatch(known)] : []));

    private static (string, string) IfMatch(int version) => ("If-Match", string.Create(CultureInfo.InvariantCulture, $"\"{version}\""));
}
