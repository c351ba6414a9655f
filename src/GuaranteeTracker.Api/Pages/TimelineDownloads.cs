using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Recording.Checkpoints;

namespace GuaranteeTracker.Api.Pages;

/// <summary>The files that the timeline is answered as.</summary>
internal static class TimelineDownloads
{
    private const string Path = "/api/timeline";

    private static readonly (string Format, string Name)[] _formats =
        [("json", "JSON"), ("csv", "CSV, for spreadsheets"), ("timelinejs", "TimelineJS"), ("atom", "Atom feed"), ("ics", "iCalendar, of encounters")];

    private static readonly string[] _images = ["svg", "png"];

    /// <param name="filters">From, to, actors and topics, as the page has them.</param>
    /// <param name="formats">Which of the formats; none: all.</param>
    public static IEnumerable<Download> Of(IReadOnlyList<(string Name, string? Value)> filters, AsKnown known, params IReadOnlyList<string> formats) =>
        from format in _formats
        where formats.Count == 0 || formats.Contains(format.Format)
        let wish = ("format", (string?)format.Format)
        select new Download(
            format.Name,
            Links.To(Path, [.. filters, ("knownAt", known.K), wish]),
            known.Pinned is null ? null : Links.To(Path, [.. filters, ("knownAt", KnownAt.Write(known.Sequence)), ("v", Snapshots.Version), wish]));

    /// <summary>What is new, for readers of feeds.</summary>
    public static string Feed(IReadOnlyList<(string Name, string? Value)> filters) => Links.To(Path, [.. filters, ("format", "atom")]);

    /// <summary>The images of a page with a chart.</summary>
    public static IEnumerable<Download> Images(string path, AsKnown known, params IReadOnlyList<(string Name, string? Value)> filters) =>
        from format in _images
        select new Download(
            $"Chart as {format.ToUpperInvariant()}", Links.To($"{path}.{format}", [.. filters, ("knownAt", known.K)]),
            known.Pinned is null ? null : Links.To($"{path}.{format}", [.. filters, ("knownAt", KnownAt.Write(known.Sequence)), ("v", Snapshots.Version)]));
}
