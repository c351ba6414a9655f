using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Replaying;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Replaying;

/// <summary>The same seeds over HTTP in three orders: references before use, and otherwise as it comes.</summary>
public sealed class OrderDoesNotMatter
{
    private static readonly string[] _dates = ["2025-08-14", "2025-08-15", "2025-08-18", "2025-08-19", "2025-08-20"];

    [Fact]
    public async Task Three_orders_give_the_same_pictures_byte_for_byte()
    {
        var steps = await Seeds.StepsAsync();

        var asWritten = await PicturesAsync([.. steps.Select(step => new[] { step })]);
        var backwards = await PicturesAsync([.. Waves(steps, step => -steps.ToList().IndexOf(step)).SelectMany(wave => wave).Select(step => new[] { step })]);
        var atOnce = await PicturesAsync([.. Waves(steps, _ => Random.Shared.Next())]);

        backwards.Should().Equal(asWritten);
        atOnce.Should().Equal(asWritten);
    }

    /// <summary>Records one batch after another, what is in a batch all at once, in a store of its own.</summary>
    private static async Task<List<string>> PicturesAsync(IReadOnlyList<RecordStep[]> batches)
    {
        var tracker = new Tracker();
        await tracker.InitializeAsync();
        using var record = new RemoteRecord(tracker.Public.BaseAddress!, Tracker.AdminKey);
        foreach (var batch in batches)
        {
            (await Task.WhenAll(batch.Select(step => record.SendAsync(step, default)))).Should().AllBeEquivalentTo(new StepResult(true, null));
        }

        var pictures = new List<string>();
        foreach (var address in _dates.SelectMany(date => new[] { $"/api/picture?asOf={date}", $"/api/picture?asOf={date}&view=cells" }))
        {
            var picture = JsonNode.Parse(await tracker.Public.GetStringAsync(address))!;
            pictures.Add($"{address} {picture["topics"]!.ToJsonString()} {picture["contradictions"]!.ToJsonString()} {picture["counts"]!.ToJsonString()}");
        }

        await tracker.DisposeAsync();
        return pictures;
    }

    /// <summary>Each wave holds all that refers to earlier waves only.</summary>
    private static IEnumerable<RecordStep[]> Waves(IReadOnlyList<RecordStep> steps, Func<RecordStep, int> by)
    {
        var (left, ids) = (steps.OrderBy(by).ToList(), steps.Select(step => step.Id).ToHashSet(StringComparer.Ordinal));
        while (left.Count > 0)
        {
            var wave = left.Where(step => !Words(JsonNode.Parse(step.Body.Span)).Any(word => word != step.Id && ids.Contains(word))).ToArray();
            wave.Should().NotBeEmpty("references do not run in circles");
            left.RemoveAll(wave.Contains);
            ids.ExceptWith(wave.Select(step => step.Id));
            yield return wave;
        }
    }

    /// <summary>Every string in a body: among them whatever it refers to.</summary>
    private static IEnumerable<string> Words(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Words(member.Value)),
        JsonArray items => items.SelectMany(Words),
        JsonValue value when value.TryGetValue<string>(out var word) => [word],
        _ => [],
    };
}
