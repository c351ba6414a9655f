using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Witnessing;
using GuaranteeTracker.Ledger;
using Microsoft.AspNetCore.Http;

namespace GuaranteeTracker.Api.Tests.Verifying;

/// <summary>The events of a log's leaves, which it shows in pages of two hundred, and which a test may change.</summary>
internal sealed class StubEvents
{
    private static readonly DateTime _began = new(2025, 8, 20, 10, 0, 0, DateTimeKind.Utc);

    private readonly StubLog _log;

    /// <param name="log">Gets a leaf for each.</param>
    public StubEvents(StubLog log, int count)
    {
        _log = log;
        while (Lines.Count < count)
        {
            Add();
        }

        log.Instead["/api/events"] = AnswerAsync;
    }

    /// <summary>In the order in which they are shown.</summary>
    public List<JsonObject> Lines { get; } = [];

    /// <summary>The hash of what a line says.</summary>
    public static byte[] Hash(JsonObject line) => new Leaf(
        line["id"]!.GetValue<Guid>(), line["stream"]!.GetValue<string>(), 1, "topic-registered", line["recordedAt"]!.GetValue<DateTime>(), JsonElement.Parse("null"), JsonElement.Parse(line["data"]!.ToJsonString())).Hash();

    /// <summary>A line for an event that no leaf is of.</summary>
    public static JsonObject Line(long sequence, long? index) => new()
    {
        ["sequence"] = sequence,
        ["id"] = Guid.NewGuid(),
        ["stream"] = $"topic:{sequence}",
        ["version"] = 1,
        ["type"] = "topic-registered",
        ["recordedAt"] = _began.AddSeconds(sequence),
        ["data"] = new JsonObject { ["title"] = $"Topic {sequence}" },
        ["leaf"] = index is null ? null : new JsonObject { ["index"] = index, ["headers"] = null },
    };

    private void Add()
    {
        var line = Line(Lines.Count + 1, Lines.Count);
        _log.Leaves.Add(Hash(line));
        Lines.Add(line);
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var after = long.Parse(http.Request.Query["after"]!, CultureInfo.InvariantCulture);
        foreach (var line in Lines.Where(line => line["sequence"]!.GetValue<long>() > after).Take(200))
        {
            await http.Response.WriteAsync($"{line.ToJsonString()}\n");
        }
    }
}
