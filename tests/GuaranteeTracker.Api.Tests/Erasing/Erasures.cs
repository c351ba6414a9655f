using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Domain.Sources;

namespace GuaranteeTracker.Api.Tests.Erasing;

/// <summary>Erasing in one line, and what tests erase.</summary>
internal static class Erasures
{
    public const string Path = "/api/erasures";

    /// <summary>How long any node may take to know of it.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    public static JsonObject Erasure(string kind, object subject, string reason = "The publisher asked for it.") => new() { ["kind"] = kind, ["subject"] = subject.ToString(), ["reason"] = reason };

    public static Task<HttpResponseMessage> EraseAsync(this HttpClient caller, string kind, object subject, string reason = "The publisher asked for it.") =>
        caller.PostAsync(Path, Erasure(kind, subject, reason));

    /// <summary>A text that no other test has, with the words that <see cref="Samples.Claim"/> quotes.</summary>
    public static string MakeText() => $"{Samples.Text} This stands in no quote: {Guid.NewGuid()}.";

    /// <summary>Records the catalogue and a source with a text of its own.</summary>
    public static async Task<(Guid Source, string Text)> RecordTextAsync(this Tracker tracker)
    {
        var text = MakeText();
        return (await tracker.RecordCatalogueAsync(text), text);
    }

    public static async Task<bool> KeepsAsync(this Tracker tracker, string text) =>
        await tracker.QueryAsync<long>($"select count(*) from {Tables.SourceTexts} where sha256 = '{SourceText.HashOf(text)}'") > 0;

    public static Task<long> CountErasuresAsync(this Tracker tracker, object subject) =>
        tracker.QueryAsync<long>($"select count(*) from {Tables.Erasures} where subject like '%{subject}'");

    /// <summary>The pseudonym of whoever has the admin key.</summary>
    public static Task<Guid> AdminAsync(this Tracker tracker) => tracker.QueryAsync<Guid>($"select id from {Tables.Analysts} where name = 'bootstrap'");
}
