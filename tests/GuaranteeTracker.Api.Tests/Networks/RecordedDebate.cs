using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Networks;

/// <summary>The example of docs/networks.md on record, with names that want to be something else. Nobody changes it.</summary>
public sealed class RecordedDebate : IAsyncLifetime
{
    public const string Formula = "-2+3|cmd", Markup = "<b>\"Kingdom\"</b> & ]]> שלום 😀", Doubled = "Sea";

    /// <summary>Actor, topic, stance, day; in the order of their ids.</summary>
    private static readonly string[] _claims =
    [
        "eu air supports 2025-08-04", "eu air commits 2025-08-05", "eu sanctions open 2025-08-05", "eu troops open 2025-08-06", "eu troops opposes 2025-08-20",
        "uk air supports 2025-08-04", "uk sanctions rejects 2025-08-06", "uk sanctions opposes 2025-08-19", "uk troops commits 2025-08-07",
        "us air rejects 2025-08-04", "us air opposes 2025-08-11", "us air rejects 2025-08-12", "us sanctions opposes 2025-08-07",
        "uk air undecided 2025-08-08", "us troops hearsay 2025-08-08",
    ];

    public Tracker Tracker { get; } = new();

    /// <summary>Everything is covered by a checkpoint up to here.</summary>
    public long Sequence { get; private set; }

    /// <summary>Of the claims, from 1.</summary>
    public static string Id(int number) => $"00000000-0000-4000-8000-{number:000000000000}";

    public async Task InitializeAsync()
    {
        await Tracker.InitializeAsync();
        foreach (var (id, name) in new[] { ("eu", Formula), ("uk", Markup), ("us", "United States") })
        {
            await Subject.MustAsync(Tracker.Admin.PutAsync($"/api/actors/{id}", Samples.Actor(name)));
        }

        foreach (var (id, title) in new[] { ("air", "Air"), ("sanctions", Doubled), ("troops", Doubled) })
        {
            await Subject.MustAsync(Tracker.Admin.PutAsync($"/api/topics/{id}", Samples.Topic(title, "It is so.")));
        }

        var source = Guid.NewGuid();
        await Subject.MustAsync(Tracker.Admin.PostAsync("/api/sources", Samples.Source(source, published: "2025-08-31")));
        foreach (var (number, words) in _claims.Index())
        {
            var (said, claim) = (words.Split(' '), Samples.Claim(source, Guid.Parse(Id(number + 1)), stated: words.Split(' ')[3]));
            var isHearsay = said[2] == "hearsay";
            (claim["actor"], claim["topic"], claim["speaker"], claim["stance"]) = (said[0], said[1], null, isHearsay ? "commits" : said[2]);
            (claim["voice"], claim["reportedBy"]) = isHearsay ? ("hearsay", "uk") : ("paraphrase", null);
            await Subject.MustAsync(Tracker.Admin.PostAsync("/api/claims", claim));
        }

        Sequence = await Tracker.SettleAsync();
    }

    public Task DisposeAsync() => Tracker.DisposeAsync();

    public Task<JsonObject> NetworkAsync(string query) => Tracker.Public.GetJsonAsync($"/api/network?{query}");

    /// <summary><c>eu uk 3</c></summary>
    public static IEnumerable<string> Edges(JsonNode network) =>
        network["edges"]!.AsArray().Select(edge => FormattableString.Invariant($"{Text(edge!["source"])} {Text(edge["target"])} {edge["weight"]!.GetValue<double>():0.####}"));

    /// <summary><c>actor eu 5</c></summary>
    public static IEnumerable<string> Nodes(JsonNode network) => network["nodes"]!.AsArray().Select(node => $"{Text(node!["kind"])} {Text(node["id"])} {node["claims"]!.GetValue<int>()}");

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}
