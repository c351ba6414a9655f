using System.Globalization;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Ledger;

/// <summary>Several who record at once: claims of every kind, and all that can happen to them.</summary>
internal static class Writers
{
    private static readonly string[]
        _stances = ["rejects", "opposes", "undecided", "open", "supports", "commits"],
        _dates = ["2025-08-18", "../2025-08-10", "2025-07", "2025-08-18T21:30:00-04:00", "2025-08-01/2025-08-15", "2025-08-19T10:00Z"];

    public static async Task RecordAsync(Subject subject, int writers, int claimsEach)
    {
        var seed = Random.Shared.Next();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => RecordAsync(subject, new Random(seed + writer), claimsEach)));
    }

    private static async Task RecordAsync(Subject subject, Random random, int claims)
    {
        for (var i = 0; i < claims; i++)
        {
            if (i % 7 == 0)
            {
                subject = subject with { Source = await RegisterSourceAsync(subject) };
            }

            var claim = Guid.NewGuid();
            await Subject.MustAsync(subject.Tracker.Admin.PostAsync("/api/claims", Claim(subject, random, claim)));
            var version = 1;
            while (random.Next(3) == 0 && version < 5)
            {
                await ChangeAsync(subject, random, claim, version++);
            }

            if (random.Next(5) == 0)
            {
                await PostAsync(subject, $"claims/{claim}/retraction", new() { ["reason"] = "It was somebody else." }, version);
            }

            if (random.Next(9) == 0)
            {
                await PostAsync(subject, $"sources/{subject.Source}/withdrawal", new() { ["reason"] = "The publisher took it back." }, 1);
                subject = subject with { Source = await RegisterSourceAsync(subject) };
            }
        }
    }

    private static async Task ChangeAsync(Subject subject, Random random, Guid claim, int version)
    {
        if (random.Next(2) == 0)
        {
            await PostAsync(subject, $"claims/{claim}/dispute", new() { ["reason"] = $"Who said it? {version}" }, version);
            return;
        }

        var content = Claim(subject, random, claim);
        content.Remove("id");
        content["summary"] = $"Version {version}.";
        await PostAsync(subject, $"claims/{claim}/correction", new() { ["reason"] = "It was misread.", ["claim"] = content }, version);
    }

    private static JsonObject Claim(Subject subject, Random random, Guid id)
    {
        var claim = subject.Claim(_stances[random.Next(6)], _dates[random.Next(6)], id);
        if (random.Next(2) == 0)
        {
            claim["conditions"] = new JsonArray("after a ceasefire");
        }

        if (random.Next(2) == 0)
        {
            claim["terms"] = new JsonArray(new JsonObject { ["kind"] = "money", ["amount"] = 90_000, ["currency"] = "USD" });
        }

        if (random.Next(3) == 0)
        {
            (claim["voice"], claim["reportedBy"]) = ("hearsay", "russia");
        }

        return claim;
    }

    private static async Task<Guid> RegisterSourceAsync(Subject subject)
    {
        var source = Guid.NewGuid();
        await Subject.MustAsync(subject.Tracker.Admin.PostAsync("/api/sources", Samples.Source(source)));
        return source;
    }

    private static Task PostAsync(Subject subject, string path, JsonObject body, int version) =>
        Subject.MustAsync(subject.Tracker.Admin.PostAsync($"/api/{path}", body, ("If-Match", string.Create(CultureInfo.InvariantCulture, $"\"{version}\""))));
}
