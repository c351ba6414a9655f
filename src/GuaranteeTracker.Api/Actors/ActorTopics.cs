using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Api.Pages.Quotes;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Actors;

/// <summary>Prepares what an actor said, topic by topic, as much of it as a page holds.</summary>
internal sealed class ActorTopics(QuoteReader quotes)
{
    private const int BlocksOnAPage = 25, QuotesInABlock = 4, QuotesOnAPage = 100;

    /// <summary>The actor's cells with a live claim at K, by topic.</summary>
    public static async Task<IReadOnlyList<CellHistory>> CellsAsync(string actor, KnownRecord record) =>
    [
        .. (await record.TimelinesAsync(Selection.Everything))
            .Select(timeline => CellHistory.Of(timeline, record.Catalogue.Mandates, actor, record.K)).Where(cell => cell.Claims.Count > 0)
            .OrderBy(cell => cell.Topic, StringComparer.Ordinal),
    ];

    /// <returns>A block for each topic on the page; no walk where the page lies beyond the end.</returns>
    public async Task<(IReadOnlyList<TopicBlock> Blocks, PageWalk? Walk)> ReadAsync(
        IReadOnlyList<CellHistory> cells, string? only, SpokenPeriod period, int page, HttpContext http, KnownRecord record, CancellationToken cancellation)
    {
        var spoken =
            (from cell in cells
             where only is null || cell.Topic == only
             let claims = cell.Claims.Where(claim => period.Reach.Has(claim.Effective)).Reverse().ToList()
             where claims.Count > 0
             orderby claims[0].Effective descending, cell.Topic
             select (Cell: cell, Claims: claims)).ToList();
        PageWalk? walk;
        IReadOnlyList<(CellHistory Cell, List<LiveClaim> Claims, int Count)> shown;
        if (only is null)
        {
            shown = [.. PageNumber.Cut(http, spoken, page, BlocksOnAPage, out walk).Select(block => (block.Cell, block.Claims.Take(QuotesInABlock).ToList(), block.Claims.Count))];
        }
        else
        {
            var all = spoken.SelectMany(block => block.Claims).ToList();
            var claims = PageNumber.Cut(http, all, page, QuotesOnAPage, out walk);
            shown = [.. spoken.Select(block => (block.Cell, claims.ToList(), all.Count))];
        }

        var words = await quotes.ReadAsync([.. shown.SelectMany(block => block.Claims.Select(claim => (claim, block.Cell)))], record, cancellation);
        var byTopic = words.ToLookup(quote => quote.Topic.Id);
        var blocks = new List<TopicBlock>();
        foreach (var (cell, _, count) in shown)
        {
            var standing = await StandingAsync(cell, record);
            var topic = record.LabelOf(cell.Topic);
            blocks.Add(new(new(topic.Id, topic.Title), topic.Proposition, standing.Stance, standing.AttributedOnly, [.. byTopic[cell.Topic]], count));
        }

        return (blocks, walk);
    }

    private static async Task<Spell> StandingAsync(CellHistory cell, KnownRecord record) =>
        CellCourse.Of(await record.TimelineAsync(cell.Topic), record.Catalogue.Mandates, cell.Actor, record.K)!.Spells[^1];
}
