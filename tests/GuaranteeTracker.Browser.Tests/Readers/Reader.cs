using System.Text;
using System.Text.Json.Nodes;

namespace GuaranteeTracker.Browser.Tests.Readers;

/// <summary>What independent readers see in the bytes that the service sends; a reader's refusal is an exception with its words.</summary>
internal static class Reader
{
    /// <summary>Atom: <c>{id, title: {value}, updated, authors, links, entries: [{id, title: {value}, updated, published, links, …}]}</c>.</summary>
    public static Task<JsonNode> FeedAsync(byte[] atom) => ReadAsync("feed.mjs", atom);

    /// <summary>iCalendar: <c>{name, prodid, …, events: [{uid: {type, values: []}, dtstart: …, …}]}</c>.</summary>
    public static Task<JsonNode> CalendarAsync(byte[] calendar) => ReadAsync("calendar.mjs", calendar);

    /// <summary>CSV: <c>{columns: [], rows: [{column: cell}]}</c>.</summary>
    public static Task<JsonNode> TableAsync(byte[] csv) => ReadAsync("table.mjs", csv);

    /// <summary>A Link header or a Memento TimeMap: <c>[{uri, rel, datetime?, …}]</c>, a link of two relations twice.</summary>
    public static Task<JsonNode> LinksAsync(string links) => ReadAsync("links.mjs", Encoding.UTF8.GetBytes(links));

    /// <summary>A claim in schema.org's words: <c>{complaints: [], triples, expanded: []}</c>; complaints are what its vocabulary does not allow.</summary>
    public static Task<JsonNode> ClaimAsync(byte[] jsonLd) => ReadAsync("claim.mjs", jsonLd);

    /// <summary>A Web Annotation, likewise; complaints are what its model does not allow.</summary>
    public static Task<JsonNode> AnnotationAsync(byte[] annotation) => ReadAsync("annotation.mjs", annotation);

    private static async Task<JsonNode> ReadAsync(string script, ReadOnlyMemory<byte> input) =>
        JsonNode.Parse(await ChildProgram.RunAsync("node", [script], await ReaderPackages.FolderAsync(), input))!;
}
