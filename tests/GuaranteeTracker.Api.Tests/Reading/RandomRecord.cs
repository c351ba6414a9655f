using System.Net;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Tests.Reading;

/// <summary>Records claims that meet in few cells, and everything that can befall them, over HTTP.</summary>
internal sealed class RandomRecord(Tracker tracker, Random random)
{
    private const int Claims = 60, Sources = 4;

    /// <summary>One stands in each summary, and in nothing else.</summary>
    public static readonly string[] Means = ["convoy", "harbour", "satellite", "trainer"];

    private static readonly string[]
        _actors = ["us", "russia", "donald-trump"], _topics = ["us-air-support", "sanctions", "troops"], _stances = ["rejects", "opposes", "undecided", "open", "supports", "commits"],
        _voices = ["quote", "paraphrase", "observation", "hearsay"], _stated = ["2025-08-0{0}", "2025-08-0{0}/2025-08-12", "../2025-08-0{0}", "2025-08", "2025-08-0{0}T12:00:00Z"];

    private readonly List<Guid> _sources = [], _claims = [];

    /// <param name="then">After every claim and what befell it.</param>
    public async Task RecordAsync(Func<Task> then)
    {
        await tracker.RecordCatalogueAsync();
        foreach (var topic in _topics)
        {
            await tracker.Admin.PutAsync($"/api/topics/{topic}", Samples.Topic(topic));
        }

        for (var i = 0; i < Sources; i++)
        {
            _sources.Add(Guid.NewGuid());
            await Subject.MustAsync(tracker.Admin.PostAsync("/api/sources", Samples.Source(_sources[i], published: $"2025-08-1{i}")));
        }

        for (var i = 0; i < Claims; i++)
        {
            var id = Guid.NewGuid();
            await Subject.MustAsync(tracker.Admin.PostAsync("/api/claims", Claim(Pick(_sources), id)));
            _claims.Add(id);
            await ChangeAsync(Pick(_claims), i % 12);
            await then();
        }
    }

    /// <summary>A day around those on which something was said.</summary>
    public static DateTime Day(Random random) => new DateTime(2025, 8, 1, 23, 59, 59, 999, 999, DateTimeKind.Utc).AddDays(random.Next(15));

    public static Selection Selection(Random random) => random.Next(3) switch
    {
        0 => new(new HashSet<string>(), new HashSet<string> { _topics[random.Next(_topics.Length)] }),
        1 => new(new HashSet<string> { _actors[random.Next(_actors.Length)] }, new HashSet<string>()),
        _ => Domain.Pictures.Selection.Everything,
    };

    /// <summary>As an address has it.</summary>
    public static string Write(Selection selection) =>
        string.Concat(selection.Actors.Select(actor => $"&actor={actor}").Concat(selection.Topics.Select(topic => $"&topic={topic}")));

    /// <summary>What the record refuses, such as to correct what was retracted, changes nothing.</summary>
    private async Task ChangeAsync(Guid claim, int kind)
    {
        var now = await tracker.Admin.GetJsonAsync($"/api/claims/{claim}");
        var reason = new JsonObject { ["reason"] = "misread" };
        using var response = await (kind switch
        {
            < 5 => PostAsync($"/api/claims/{claim}/correction", new JsonObject { ["reason"] = "misread", ["claim"] = Claim(now["evidence"]!["source"]!.GetValue<Guid>(), null) }, now["version"]!),
            5 => PostAsync($"/api/claims/{claim}/retraction", reason, now["version"]!),
            6 or 7 => PostAsync($"/api/claims/{claim}/dispute", reason, now["version"]!),
            8 => PostAsync($"/api/claims/{claim}/dispute/resolution", reason, now["version"]!),
            9 when _sources.Count > 2 => WithdrawAsync(reason),
            10 => SetMandateAsync(),
            _ => RewordAsync(),
        });
        response.StatusCode.Should().NotBe(HttpStatusCode.BadRequest).And.NotBe(HttpStatusCode.PreconditionFailed, await response.Content.ReadAsStringAsync());
    }

    private Task<HttpResponseMessage> WithdrawAsync(JsonObject reason)
    {
        var source = _sources[^1];
        _sources.Remove(source);
        return PostAsync($"/api/sources/{source}/withdrawal", reason, 1);
    }

    private async Task<HttpResponseMessage> SetMandateAsync()
    {
        var trump = Samples.Actor("Donald Trump", "person");
        trump["mandates"] = new JsonArray(new JsonObject { ["for"] = Pick(["us", "russia"]), ["from"] = $"2025-08-0{random.Next(1, 10)}" });
        return await tracker.Admin.PutAsync("/api/actors/donald-trump", trump, ("If-Match", $"\"{(await tracker.Admin.GetJsonAsync("/api/actors/donald-trump"))["version"]}\""));
    }

    private async Task<HttpResponseMessage> RewordAsync() => await tracker.Admin.PutAsync(
        "/api/topics/troops", Samples.Topic($"Troops {random.Next()}"), ("If-Match", $"\"{(await tracker.Admin.GetJsonAsync("/api/topics/troops"))["version"]}\""));

    private Task<HttpResponseMessage> PostAsync(string path, JsonObject body, JsonNode version) => tracker.Admin.PostAsync(path, body, ("If-Match", $"\"{version}\""));

    private JsonObject Claim(Guid source, Guid? id)
    {
        var claim = Samples.Claim(source, id, Pick(_stances), string.Format(System.Globalization.CultureInfo.InvariantCulture, Pick(_stated), random.Next(1, 10)));
        var voice = Pick(_voices);
        (claim["actor"], claim["topic"], claim["voice"]) = (Pick(_actors[..2]), Pick(_topics), voice);
        (claim["speaker"], claim["reportedBy"]) = (random.Next(4) == 0 ? null : Pick(_actors), voice == "hearsay" ? Pick(_actors) : null);
        claim["summary"] = $"The US would help by {Pick(Means)}.";
        claim["conditions"] = random.Next(3) == 0 ? new JsonArray("after a ceasefire") : [];
        if (id is null)
        {
            claim.Remove("id");
        }

        return claim;
    }

    private T Pick<T>(IReadOnlyList<T> among) => among[random.Next(among.Count)];
}
