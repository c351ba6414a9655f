using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Browser.Tests.Exports;

/// <summary>The seeds, and beside them one actor, one topic, two claims, a retracted one and an encounter whose words want to be something else. Nobody changes it.</summary>
public sealed class HostileHome : IAsyncLifetime
{
    /// <summary>The id of both the actor and the topic.</summary>
    public const string Id = "hostile";

    public const string
        ActorName = "<img src=x onerror=alert(1)>",
        Title = "<script>alert(2)</script><img src=x onerror=alert(3)>",
        Summary = "See www.x'onmouseover='alert(4)'style='position:fixed;inset:0' and <a href=\"javascript:alert(5)\">this</a>",
        Venue = "</script></h2><svg onload=alert(6)>",
        Passage = "=\"so\" ]]> <iframe src=\"javascript:alert(7)\"></iframe>, &lt;b&gt;;\nnext line 😀",
        Condition = "+\"if\"; and, when",
        Publisher = "<style>*{display:none}</style>",
        Meeting = "@<img src=x onerror=alert(8)>; met, \\n",
        Place = "-</div><b>Here</b>; \"there\", \\; gone",
        Reason = "<b>Misread</b> & ]]> <script>alert(9)</script>";

    /// <summary>Of the claims that stay, the later one a shift, of the one that does not, of the encounter, and of the claims' source.</summary>
    public const string
        Claim = "00000000-0000-4000-8000-000000000001", Later = "00000000-0000-4000-8000-000000000002",
        Retracted = "00000000-0000-4000-8000-000000000003", Encounter = "00000000-0000-4000-8000-000000000004", Source = "00000000-0000-4000-8000-0000000000aa";

    private static readonly Guid _source = new(Source);

    public HomeTracker Tracker { get; } = new();

    public async Task InitializeAsync()
    {
        await ((IAsyncLifetime)Tracker).InitializeAsync();
        var (admin, source) = (Tracker.Admin, Samples.Source(_source, $"Before. {Passage}. After."));
        source["publisher"] = Publisher;
        await Subject.MustAsync(admin.PutAsync($"/api/actors/{Id}", Samples.Actor(ActorName)));
        await Subject.MustAsync(admin.PutAsync($"/api/topics/{Id}", Samples.Topic(Title, Summary)));
        await Subject.MustAsync(admin.PostAsync("/api/sources", source));
        await Subject.MustAsync(admin.PostAsync("/api/claims", ClaimOf(Claim, "open", "2025-08-18")));
        await Subject.MustAsync(admin.PostAsync("/api/claims", ClaimOf(Later, "rejects", "2025-08-19")));
        await Subject.MustAsync(admin.PostAsync("/api/claims", ClaimOf(Retracted, "commits", "2025-08-20")));
        await Subject.MustAsync(admin.PostAsync($"/api/claims/{Retracted}/retraction", new JsonObject { ["reason"] = Reason }, ("If-Match", "\"1\"")));
        await Subject.MustAsync(admin.PostAsync("/api/encounters", new JsonObject
        {
            ["id"] = Encounter, ["title"] = Meeting, ["date"] = "2025-08-18/2025-08-19", ["place"] = Place, ["present"] = new JsonArray(Id),
        }));
        await Tracker.SettleAsync();
    }

    public Task DisposeAsync() => Tracker.DisposeAsync();

    private static JsonObject ClaimOf(string id, string stance, string stated)
    {
        var claim = Samples.Claim(_source, Guid.Parse(id), stance, stated, Passage);
        (claim["actor"], claim["topic"], claim["speaker"], claim["summary"], claim["venue"]) = (Id, Id, Id, Summary, Venue);
        claim["conditions"] = new JsonArray(Condition, "second");
        return claim;
    }
}
