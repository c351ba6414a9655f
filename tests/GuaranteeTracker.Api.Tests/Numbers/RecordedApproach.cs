using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Numbers;

/// <summary>The example of docs/numbers.md on record, on the topic <c>troops</c>; two camps that change on <c>trade</c>; and <c>nothing</c>. Nobody changes it.</summary>
public sealed class RecordedApproach : IAsyncLifetime
{
    /// <summary>Actor, topic, stance, day; in the order of their ids.</summary>
    private static readonly string[] _claims =
    [
        "eu troops open 2025-08-04", "eu troops supports 2025-08-15", "uk troops commits 2025-08-01", "russia troops rejects 2025-08-02", "russia troops opposes 2025-08-16",
        "us troops undecided 2025-08-03", "us troops open 2025-08-18", "ukraine troops commits 2025-08-17", "nato troops hearsay 2025-08-01",
        "eu trade supports 2025-08-04", "uk trade open 2025-08-05", "russia trade rejects 2025-08-04", "belarus trade opposes 2025-08-06",
        "eu trade supports 2025-08-11", "russia trade supports 2025-08-12", "us trade undecided 2025-08-18", "uk trade rejects 2025-08-19",
    ];

    public Tracker Tracker { get; } = new();

    /// <summary>Everything is covered by a checkpoint up to here.</summary>
    public long Sequence { get; private set; }

    /// <summary>Of the claims, from 1.</summary>
    public static string Id(int number) => $"00000000-0000-4000-8000-{number:000000000000}";

    public async Task InitializeAsync()
    {
        await Tracker.InitializeAsync();
        foreach (var id in new[] { "belarus", "eu", "nato", "russia", "uk", "ukraine", "us" })
        {
            await Subject.MustAsync(Tracker.Admin.PutAsync($"/api/actors/{id}", Samples.Actor(id)));
        }

        foreach (var id in new[] { "troops", "trade", "nothing" })
        {
            await Subject.MustAsync(Tracker.Admin.PutAsync($"/api/topics/{id}", Samples.Topic(id, "It is so.")));
        }

        var source = Guid.NewGuid();
        await Subject.MustAsync(Tracker.Admin.PostAsync("/api/sources", Samples.Source(source, published: "2025-08-31")));
        foreach (var (number, words) in _claims.Index())
        {
            var said = words.Split(' ');
            var claim = Samples.Claim(source, Guid.Parse(Id(number + 1)), stated: said[3]);
            var isHearsay = said[2] == "hearsay";
            (claim["actor"], claim["topic"], claim["speaker"], claim["stance"]) = (said[0], said[1], null, isHearsay ? "supports" : said[2]);
            (claim["voice"], claim["reportedBy"]) = isHearsay ? ("hearsay", "uk") : ("paraphrase", null);
            await Subject.MustAsync(Tracker.Admin.PostAsync("/api/claims", claim));
        }

        Sequence = await Tracker.SettleAsync();
    }

    public Task DisposeAsync() => Tracker.DisposeAsync();

    public Task<JsonObject> ConvergenceAsync(string query, string topic = "troops") => Tracker.Public.GetJsonAsync($"/api/topics/{topic}/convergence?{query}");

    public Task<JsonObject> PolarisationAsync(string query) => Tracker.Public.GetJsonAsync($"/api/polarisation?{query}");
}
