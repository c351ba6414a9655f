using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Encounters;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Timelines;

/// <summary>As much of a stretch of the timeline as a page holds: the last of it.</summary>
/// <param name="From">From here on (UTC) it is shown.</param>
/// <param name="All">How much there is between the instants asked for.</param>
/// <param name="IsCut">Whether something before <paramref name="From"/> is left out.</param>
/// <param name="IsOneInstant">Whether all of it lies at one instant, which has even more.</param>
/// <param name="Claims">By effective instant, then id.</param>
/// <param name="Encounters">By the last instant at which each can have taken place, then id.</param>
internal sealed record TimelineWindow(
    DateTime From, int All, bool IsCut, bool IsOneInstant, IReadOnlyList<(LiveClaim Claim, CellHistory Cell)> Claims, IReadOnlyList<Encounter> Encounters)
{
    private const int MostItems = 250;

    public static async Task<TimelineWindow> ReadAsync(DateTime begin, DateTime end, Selection shown, KnownRecord record)
    {
        var timelines = await record.TimelinesAsync(shown);
        var encounters =
            (from encounter in record.Catalogue.Encounters.AllAt(record.K)
             let content = encounter.State.Content
             where (shown.Actors.Count == 0 || content.Present.Any(shown.Actor)) && begin <= content.Date.Mark && content.Date.Mark <= end
             orderby content.Date.Mark, encounter.State.Id
             select encounter.State).ToList();
        var last = LastSpoken.Between(timelines, record.K, shown, begin, end, encounters.Select(encounter => encounter.Content.Date.Mark), MostItems);
        var start = last.Since ?? begin;
        var claims =
            (from timeline in timelines
             from cell in CellHistory.Between(timeline, record.Catalogue.Mandates, record.K, shown, start, end)
             from claim in cell.Claims
             where start <= claim.Effective && claim.Effective <= end
             orderby claim.Effective, claim.Id
             select (claim, cell)).ToList();
        var met = encounters.Where(encounter => start <= encounter.Content.Date.Mark).ToList();
        var held = met.Take(MostItems).ToList();
        return new(start, last.Count, last.Since is not null, claims.Count + met.Count > MostItems, [.. claims.Take(MostItems - held.Count)], held);
    }
}
