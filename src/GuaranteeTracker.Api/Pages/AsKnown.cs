using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Api.Recording.Checkpoints;

namespace GuaranteeTracker.Api.Pages;

/// <summary>What a page has to say of the K it was made at.</summary>
/// <param name="Sequence">K: it holds the events up to this one.</param>
/// <param name="At">When that was known (UTC); null before the first checkpoint.</param>
/// <param name="IsPinned">Whether K was asked for.</param>
/// <param name="Pinned">The address of this page at this K; null while no checkpoint covers it.</param>
/// <param name="Current">The address of this page without a K.</param>
public sealed record AsKnown(long Sequence, DateTime? At, bool IsPinned, string? Pinned, string Current)
{
    /// <summary>K as links to other pages have to carry it: null where these are to tell what is known when they are asked for.</summary>
    public string? K => IsPinned ? KnownAt.Write(Sequence) : null;

    /// <param name="asOf">D, UTC, where the page has one: a page that keeps K alone would still follow the clock.</param>
    internal static AsKnown Of(HttpContext http, KnownRecord record, DateTime? asOf = null) => new(
        record.K, record.Known.At, http.Request.Query.ContainsKey("knownAt"),
        record.Known.Pending == 0 ? Links.Here(http, ("knownAt", KnownAt.Write(record.K)), ("asOf", DayOf(http, asOf))) : null,
        Links.Here(http, ("knownAt", null)));

    /// <summary>As the address has it; else the day of asking.</summary>
    private static string? DayOf(HttpContext http, DateTime? asOf) => http.Request.Query.ContainsKey("asOf") ? http.Request.Query["asOf"].ToString()
        : asOf is { } moment ? Words.Iso(DateOnly.FromDateTime(moment))
        : null;
}
