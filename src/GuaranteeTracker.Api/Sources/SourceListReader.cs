using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Sources;

namespace GuaranteeTracker.Api.Sources;

/// <summary>What the list of sources shows.</summary>
/// <param name="Total">How many sources are on record.</param>
/// <param name="IsFirst">False for a page that a cursor leads to.</param>
/// <param name="Next">Path of the page with older ones; null on the last.</param>
public sealed record SourcesPageModel(IReadOnlyList<SourceInList> Sources, int Total, bool IsFirst, string? Next)
{
    public PageHead Head { get; } = new("Sources", "Every document in which claims were found, the newest first, each with the exact words it is quoted with.", "/sources") { Section = "Sources", IsUnlisted = !IsFirst };
}

/// <param name="Claims">How many claims that count were found in it.</param>
public sealed record SourceInList(SourceRegistered Source, int Claims, bool IsWithdrawn);

/// <summary>Prepares the list of sources, a page at a time.</summary>
internal sealed class SourceListReader(SourceShelf shelf, RecordRows rows, ClaimsOnRecord claims, RecordReader reader)
{
    private const string Path = "/sources";

    /// <returns>A <see cref="SourcesPageModel"/>, or a <see cref="Problem"/>.</returns>
    public async Task<object> ReadAsync(HttpContext http, CancellationToken cancellation)
    {
        if (PageLimit.TryRead(http, out var limit) is { } badLimit)
        {
            return badLimit;
        }

        if (!TryReadCursor(http, out var after))
        {
            return new Problem(400, "bad-cursor", "Follow the link to older sources from the page before, or open /sources to begin.");
        }

        var all = await shelf.ReadAsync(cancellation);
        var from = after is null ? 0 : all.IndexOf(after) is >= 0 and var at ? at + 1 : ~all.IndexOf(after);
        var keys = Enumerable.Range(from, Math.Max(0, Math.Min(limit, all.Count - from))).Select(i => all[i]).ToList();
        var ids = keys.ConvertAll(key => key.Id);
        var sources = await rows.ReadSourcesAsync(ids);
        var counts = await claims.CountAsync(ids, cancellation);
        var withdrawn = (await reader.ReadAsync(cancellation)).Catalogue.Withdrawn;
        return new SourcesPageModel(
            ids.ConvertAll(id => new SourceInList(sources[id], counts.GetValueOrDefault(id), withdrawn.ContainsKey(id))),
            all.Count,
            after is null,
            from + keys.Count < all.Count && keys.Count > 0 ? $"{Path}?{(http.Request.Query.ContainsKey("limit") ? FormattableString.Invariant($"limit={limit}&") : "")}cursor={new Cursor(Path, 0, keys[^1].Write()).Write()}" : null);
    }

    /// <param name="after">Null for the first page.</param>
    private static bool TryReadCursor(HttpContext http, out SourceKey? after)
    {
        var given = http.Request.Query["cursor"];
        after = given.Count == 1 && Cursor.Read(given[0]!, Path) is { } cursor ? SourceKey.Read(cursor.After) : null;
        return given.Count == 0 || after is not null;
    }
}
