using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Importing;
using GuaranteeTracker.Api.Moving;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Api.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GuaranteeTracker.Api.Tests.Moving;

/// <summary>Exports and imports in this process, and what they lead to.</summary>
internal static class Carrying
{
    /// <summary>Waits until all is covered; the head is the first line.</summary>
    /// <param name="k">As knownAt takes it; null: the last checkpoint.</param>
    public static async Task<IReadOnlyList<string>> ExportAsync(this Tracker tracker, string? k = null)
    {
        await tracker.SettleAsync();
        var reader = tracker.Services.GetRequiredService<RecordReader>();
        var known = k is null ? await reader.ReadSettledAsync(default) : await reader.ReadAsync(KnownAt.Parse(k, out _)!, default);
        using var output = new MemoryStream();
        await new Export(tracker.Services.GetRequiredService<NpgsqlDataSource>(), new PublicAddress(new Settings { PublicUrl = "https://tracker.example.org/" })).RunAsync(output, known!.Known, _ => { }, default);
        return Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n').Split('\n');
    }

    /// <returns>What came of it, and what was told.</returns>
    public static Task<(ImportReport Report, IReadOnlyList<string> Told)> ImportAsync(this Tracker tracker, params IEnumerable<string> lines) =>
        tracker.ImportAsync(Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    public static async Task<(ImportReport Report, IReadOnlyList<string> Told)> ImportAsync(this Tracker tracker, byte[] lines)
    {
        using var input = new MemoryStream(lines);
        var results = new List<ImportResult>();
        var report = await tracker.Importer().RunAsync(new NdjsonReader(input).ReadAsync(default), results.Add, default);
        return (report, Told(results));
    }

    public static async Task<(ImportReport Report, IReadOnlyList<string> Told)> ImportAsync(this RemoteImporter importer, IEnumerable<string> lines)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        var results = new List<ImportResult>();
        var report = await importer.RunAsync(input, results.Add, default);
        return (report, Told(results));
    }

    public static Importer Importer(this Tracker tracker, bool isStrict = false) => ActivatorUtilities.CreateInstance<Importer>(tracker.Services, ImportErrand.ByCommand(isStrict));

    public static RemoteImporter RemoteImporter(this Tracker tracker, bool isStrict = false) => new(tracker.Public.BaseAddress!, Tracker.AdminKey, isStrict);

    /// <summary>Those that are not on record, in the order of their lines.</summary>
    private static List<string> Told(IEnumerable<ImportResult> results) =>
        [.. results.Where(result => result.Because is not null).OrderBy(result => int.Parse(result.Where["line ".Length..], CultureInfo.InvariantCulture)).Select(result => $"{result.Where}: {result.Because}")];

    /// <summary>A line without what depends on when and by whom it was recorded.</summary>
    public static string Timeless(string line)
    {
        var json = JsonNode.Parse(line)!.AsObject();
        foreach (var member in (string[])["recorded", "known", "pinned", "checkpoint"])
        {
            json.Remove(member);
        }

        return json.ToJsonString();
    }

    /// <summary>Timeless lines, those of one thing together and in their order: that of different things is not kept, but that what is referred to comes before.</summary>
    public static IReadOnlyList<string> ByThing(IEnumerable<string> lines) => [.. lines.OrderBy(line => $"{JsonNode.Parse(line)!["id"]}", StringComparer.Ordinal).Select(Timeless)];

    /// <summary>Topics, contradictions and counts at many D, byte for byte.</summary>
    public static async Task<IReadOnlyList<string>> PicturesAsync(this Tracker tracker)
    {
        await tracker.SettleAsync();
        var pictures = new List<string>();
        foreach (var day in Enumerable.Range(0, 30).Select(day => new DateOnly(2025, 7, 30).AddDays(day)))
        {
            foreach (var view in (string[])["positions", "cells"])
            {
                var picture = await tracker.Public.GetStringAsync($"/api/picture?asOf={day:yyyy-MM-dd}&view={view}");
                var from = picture.IndexOf("\"topics\"", StringComparison.Ordinal);
                pictures.Add($"{day} {picture[from..]}");
            }
        }

        return pictures;
    }
}
