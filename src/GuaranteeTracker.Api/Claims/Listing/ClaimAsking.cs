using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Api.Recording.Checkpoints;
using Microsoft.AspNetCore.WebUtilities;

namespace GuaranteeTracker.Api.Claims.Listing;

/// <summary>What a caller asks of claims: which, and as known when.</summary>
/// <param name="After">Where the page before ended; null at the beginning.</param>
/// <param name="IsPinned">Whether the address says K.</param>
internal sealed record ClaimAsking(ClaimFilter Filter, KnownRecord Record, ClaimPlace? After, bool IsPinned)
{
    private const string CursorName = "cursor", KnownAtName = "knownAt";

    /// <summary>Whether the same address gives the same bytes for ever. How words are stemmed is the database's, and may change with it.</summary>
    public bool IsForEver(HttpContext http) => IsPinned && Filter.Search is null && http.Request.Query.ContainsKey("v");

    /// <summary>Reads it from an address. A cursor alone will do: it carries the filter and K; what else the address says must say the same.</summary>
    public static async Task<(ClaimAsking? Asking, Problem? Problem)> ReadAsync(
        HttpContext http, RecordReader reader, Moments moments, ClaimLister lister, CancellationToken cancellation)
    {
        var query = http.Request.Query;
        if (Problems.First(KnownParameters.Refuse(http), Snapshots.RefuseVersion(http), ClaimFilterReader.TryRead(query, out var filter)) is { } refused)
        {
            return (null, refused);
        }

        var (record, isPinned, unknown) = query.ContainsKey(KnownAtName) ? await moments.ReadAsync(http, cancellation) : (null, false, null);
        if (unknown is not null)
        {
            return (null, unknown);
        }

        if (query.ContainsKey(CursorName))
        {
            return await ContinueAsync(query, filter, record, reader, cancellation);
        }

        return filter.Search is { } words && !await lister.HasWordsAsync(words, cancellation)
            ? (null, NoWords)
            : (new(filter, record ?? await reader.ReadSettledAsync(cancellation), null, isPinned), null);
    }

    /// <summary>The address of the page that follows one.</summary>
    public string CursorAfter(ListedClaim last) => new Cursor(ClaimListApi.Path + "?" + Filter.Write(), Record.K, ClaimPlace.Of(last, Filter.Sort).Write()).Write();

    private static async Task<(ClaimAsking? Asking, Problem? Problem)> ContinueAsync(
        IQueryCollection query, ClaimFilter sent, KnownRecord? record, RecordReader reader, CancellationToken cancellation)
    {
        if (query[CursorName] is not [{ } text] || Cursor.Read(text) is not { } cursor || !cursor.List.StartsWith(ClaimListApi.Path + "?", StringComparison.Ordinal))
        {
            return (null, Cursor.Refused);
        }

        var carried = new QueryCollection(QueryHelpers.ParseQuery(cursor.List[ClaimListApi.Path.Length..]));
        if (ClaimFilterReader.TryRead(carried, out var filter) is not null || ClaimPlace.Read(cursor.After, filter.Sort) is not { } after)
        {
            return (null, Cursor.Refused);
        }

        if (ClaimParameters.Filters.Append(ClaimParameters.Order).Any(parameter => query.ContainsKey(parameter.Name)) && sent.Write() != filter.Write())
        {
            return (null, Problems.BadParameter(CursorName, "The cursor belongs to other filters or another order. Send it alone, or with those it was given out for."));
        }

        if (record is not null && record.K != cursor.Sequence)
        {
            return (null, Problems.BadParameter(CursorName, "The cursor belongs to another knownAt. Leave knownAt out: the cursor carries it."));
        }

        return await reader.ReadAsync(new KnownAt.Sequence(cursor.Sequence), cancellation) is { } known
            ? (new(filter, known, after, IsPinned: true), null)
            : (null, Cursor.Refused);
    }

    private static Problem NoWords { get; } = Problems.Unacceptable(
        ClaimParameters.Search, "no-search-words", "q holds no word that can be searched for, since words like \"the\" and \"of\" are left out: send one that carries meaning.");
}
