using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Domain.Dates;
using GuaranteeTracker.Domain.Pictures;
using Microsoft.AspNetCore.WebUtilities;

namespace GuaranteeTracker.Api.Discovery;

/// <summary>The address of a snapshot's page: <c>/snapshots/{D}/{K}</c>, with filters where it has any.</summary>
internal sealed record SnapshotAddress
{
    private const string Path = "/snapshots/";

    private readonly IsoMoment _asOf;
    private readonly Selection _shown;

    private SnapshotAddress(IsoMoment asOf, KnownAt knownAt, string known, Selection shown) => (_asOf, KnownAt, Known, _shown) = (asOf, knownAt, known, shown);

    public KnownAt KnownAt { get; }

    /// <summary>K as the address has it.</summary>
    public string Known { get; }

    /// <summary>D for people.</summary>
    public string Day => Words.Of(_asOf.End);

    /// <summary>The path that shows it in a frame.</summary>
    public string EmbedPath => Links.To($"/embed{Path}{Iso.Shortest(_asOf.End)}/{Links.Escape(Known)}", Selections.Fields(_shown));

    /// <summary>Null for anything that is not exactly the address of a snapshot here.</summary>
    public static SnapshotAddress? Parse(string url, PublicAddress address)
    {
        var start = address.Of(Path);
        if (!url.StartsWith(start, StringComparison.Ordinal))
        {
            return null;
        }

        var query = url.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? url[at..] : "";
        var filters = new QueryCollection(QueryHelpers.ParseQuery(query));
        return url[start.Length..^query.Length].Split('/') is [var asOf, var known]
            && filters.Keys.All(name => name is "actor" or "topic")
            && Selections.TryRead(filters, out var shown) is null
            && IsoMoment.TryParse(Uri.UnescapeDataString(asOf), out var moment, out _)
            && KnownAt.Parse(Uri.UnescapeDataString(known), out _) is { } knownAt
                ? new(moment, knownAt, Uri.UnescapeDataString(known), shown)
                : null;
    }
}
