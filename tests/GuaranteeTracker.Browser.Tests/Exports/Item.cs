using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Browser.Tests.Exports;

/// <summary>An item of the timeline as JSON has it, which every export must carry.</summary>
/// <param name="Dates">When it was, in EDTF.</param>
internal sealed record Item(string Kind, string Id, string At, string Dates, JsonNode Json)
{
    /// <summary>What to ask a timeline for.</summary>
    public static TheoryData<string> Queries { get; } = new()
    {
        "", "actor=us", "topic=security-guarantees", "actor=russia&topic=security-guarantees", "from=2025-08-18&to=2025-08-19", $"actor={HostileHome.Id}", $"topic={HostileHome.Id}",
    };

    /// <summary>The first day that is known, as exact as it is: <c>2025-08</c>.</summary>
    public string First => Dates.StartsWith("../", StringComparison.Ordinal) ? Dates[3..] : Dates.Split('/')[0];

    /// <summary>The last day of an interval that has both ends; null of anything else.</summary>
    public string? Last => Dates.Contains('/', StringComparison.Ordinal) && !Dates.StartsWith("..", StringComparison.Ordinal) ? Dates.Split('/')[1] : null;

    /// <summary>Path of the page about it.</summary>
    public string Page => Kind == "encounter" ? $"/timeline?from={At[..10]}&to={At[..10]}" : $"/claims/{Id}";

    /// <returns>In the order of time; never none.</returns>
    public static async Task<IReadOnlyList<Item>> ReadAsync(Tracker tracker, string query)
    {
        var items = (await tracker.Public.GetJsonAsync($"/api/timeline?{query}"))["items"]!.AsArray();
        items.Should().NotBeEmpty();
        return [.. items.Select(item => new Item(Text(item!["kind"]), Text(item["id"]), Text(item["at"]), DatesOf(item), item))];
    }

    /// <summary>Of a member; empty where it is null.</summary>
    public static string Text(JsonNode? member) => member?.ToString() ?? "";

    private static string DatesOf(JsonNode item) => Text(item["kind"]) switch
    {
        "claim" => Text(item["stated"]),
        "encounter" => Text(item["date"]),
        _ => Text(item["onKind"]) == "by" ? $"../{Text(item["on"])}" : Text(item["on"]),
    };
}
