using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Reading;

/// <summary>A record that nobody changes: three topics, and claims that contradict one another in each way there is.</summary>
public sealed class Scene : IAsyncLifetime
{
    public const string
        Trump = "00000000-0000-4000-8000-000000000001", Minister = "00000000-0000-4000-8000-000000000002",
        ToldByRussia = "00000000-0000-4000-8000-000000000003", ToldByUk = "00000000-0000-4000-8000-000000000004",
        AboutRussia = "00000000-0000-4000-8000-000000000005", RussiaItself = "00000000-0000-4000-8000-000000000006",
        Lately = "00000000-0000-4000-8000-000000000007", Source = "00000000-0000-4000-8000-0000000000aa", Another = "00000000-0000-4000-8000-0000000000bb";

    public Tracker Tracker { get; } = new();

    /// <summary>Everything is covered by a checkpoint up to here.</summary>
    public long Sequence { get; private set; }

    public async Task InitializeAsync()
    {
        await Tracker.InitializeAsync();
        await Tracker.RecordCatalogueAsync();
        foreach (var (id, title) in new[] { ("co-op", "Co-operation"), ("coop", "Coops") })
        {
            await Subject.MustAsync(Tracker.Admin.PutAsync($"/api/topics/{id}", Samples.Topic(title, "They work together.")));
        }

        foreach (var id in new[] { "uk", "vladimir-putin", "minister" })
        {
            var actor = Samples.Actor(id, id == "uk" ? "state" : "person");
            actor["mandates"] = id == "minister" ? new JsonArray(new JsonObject { ["for"] = "us", ["from"] = "2025-01-20" }) : null;
            await Subject.MustAsync(Tracker.Admin.PutAsync($"/api/actors/{id}", actor));
        }

        await Subject.MustAsync(Tracker.Admin.PostAsync("/api/sources", Samples.Source(Guid.Parse(Source))));
        await Subject.MustAsync(Tracker.Admin.PostAsync("/api/sources", Samples.Source(Guid.Parse(Another), "Later: the US would help by air.", "2025-08-21")));
        await RecordAsync(Trump, "open", "2025-08-18");
        await Tracker.SettleAsync(); // so that there are states to tell apart, however quick the machine is
        await RecordAsync(Minister, "opposes", "2025-08-16", speaker: "minister");
        await RecordAsync(ToldByRussia, "rejects", "2025-08-17", voice: "hearsay", speaker: null, reportedBy: "russia");
        await RecordAsync(ToldByUk, "opposes", "2025-08-19", voice: "hearsay", speaker: null, reportedBy: "uk");
        await RecordAsync(AboutRussia, "supports", "2025-08-18", actor: "russia", voice: "hearsay", speaker: "vladimir-putin", reportedBy: "uk");
        await RecordAsync(RussiaItself, "undecided", "../2025-08-19", actor: "russia", topic: "coop", voice: "observation", speaker: null);
        await RecordAsync(Lately, "commits", "2025-08-18/2025-08-20", topic: "co-op", source: Another);
        await Subject.MustAsync(Tracker.Admin.PostAsync($"/api/claims/{AboutRussia}/dispute", new JsonObject { ["reason"] = "Who told it?" }, ("If-Match", "\"1\"")));
        Sequence = await Tracker.SettleAsync();
    }

    public Task DisposeAsync() => Tracker.DisposeAsync();

    public Task<string> GetAsync(string address) => Tracker.Public.GetStringAsync(address);

    private async Task RecordAsync(
        string id, string stance, string stated, string actor = "us", string topic = "us-air-support", string voice = "paraphrase",
        string? speaker = "donald-trump", string? reportedBy = null, string source = Source)
    {
        var claim = Samples.Claim(Guid.Parse(source), Guid.Parse(id), stance, stated);
        (claim["actor"], claim["topic"], claim["voice"], claim["speaker"], claim["reportedBy"]) = (actor, topic, voice, speaker, reportedBy);
        await Subject.MustAsync(Tracker.Admin.PostAsync("/api/claims", claim));
    }
}
