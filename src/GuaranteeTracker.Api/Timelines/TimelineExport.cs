using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Domain.Sources;

namespace GuaranteeTracker.Api.Timelines;

/// <summary>A timeline with all that its exports tell beside it: whatever they write follows from this alone.</summary>
/// <param name="NameOf">An actor's name as known at K.</param>
/// <param name="TitleOf">A topic's title as known at K.</param>
/// <param name="SourceOf">A source that a claim of the timeline was found in.</param>
/// <param name="UpdatedAt">When an item was recorded, or last corrected or disputed, as known at K (UTC).</param>
/// <param name="AddressOf">A whole address, from its path.</param>
internal sealed record TimelineExport(
    TimelineAnswer Timeline, ExportHead Head, Func<string, string> NameOf, Func<string, string> TitleOf, Func<Guid, SourceRegistered> SourceOf,
    Func<TimelineItem, DateTime> UpdatedAt, IReadOnlyList<RemovedClaim> Removed, Func<string, string> AddressOf)
{
    /// <summary>The page to look at for an item: the claim's, or the day of an encounter.</summary>
    public string PageOf(TimelineItem item) => AddressOf(item is TimelineEncounter encounter
        ? $"/timeline?from={Iso.Day(encounter.Date.MarkedDay)}&to={Iso.Day(encounter.Date.MarkedDay)}"
        : $"/claims/{item.Id}");

    /// <summary>The address of this timeline as it is now, whenever that is.</summary>
    /// <param name="path">Of a page or format.</param>
    /// <param name="format">To add, where the path has several.</param>
    public string LiveAddress(string path, string? format = null)
    {
        var query = string.Join('&', new[] { Head.Query, format is null ? "" : $"format={format}" }.Where(part => part.Length > 0));
        return AddressOf(query.Length == 0 ? path : $"{path}?{query}");
    }
}

/// <summary>A claim of the period, topics and actors asked for that counts no more at K.</summary>
/// <param name="At">When it was retracted or its source withdrawn (UTC).</param>
/// <param name="Reason">Why; null where none was given.</param>
internal sealed record RemovedClaim(Guid Id, DateTime At, string? Reason);
