using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Pages.Quotes;

/// <summary>Reads the words of what a page shows, and of nothing else.</summary>
internal sealed class QuoteReader(Contents contents, SourceHeads sources)
{
    /// <param name="claims">Each with the cell it is in; the answer has their order.</param>
    public async Task<IReadOnlyList<QuotedClaim>> ReadAsync(
        IReadOnlyList<(LiveClaim Claim, CellHistory Cell)> claims, KnownRecord record, CancellationToken cancellation)
    {
        var words = await contents.ReadAsync(claims.Select(claim => claim.Claim.Content), cancellation);
        var heads = await sources.ReadAsync(claims.Select(claim => words(claim.Claim.Content).Evidence.Source), cancellation);
        var shifts = claims.Select(claim => claim.Cell).Distinct(ReferenceEqualityComparer.Instance).Cast<CellHistory>()
            .SelectMany(cell => cell.Shifts).ToDictionary(shift => shift.Claim);
        return [.. claims.Select(claim => Quote(claim.Claim, claim.Cell, words(claim.Claim.Content)))];

        QuotedClaim Quote(LiveClaim claim, CellHistory cell, ClaimContent content)
        {
            var head = heads[content.Evidence.Source];
            return new(
                claim.Id, new(content.Actor, record.NameOf(content.Actor)), new(content.Topic, record.LabelOf(content.Topic).Title),
                content.Stance, content.Act, content.Voice, content.Stated, claim.Effective, QuoteWords.Who(content, record.NameOf), content.Venue, content.Summary,
                [.. content.Evidence.Quotes.Select(quote => quote.Exact)], content.Conditions,
                new(head.Source, head.Publisher, head.Title, head.Language),
                [.. QuoteWords.Doubts(claim, content, cell, record.NameOf)], shifts.GetValueOrDefault(claim.Id));
        }
    }

    /// <summary>Contradictions of cells, in sentences.</summary>
    public async Task<IReadOnlyList<QuotedContradiction>> ExplainAsync(
        IReadOnlyList<(Contradiction Contradiction, CellHistory Cell)> contradictions, KnownRecord record, CancellationToken cancellation)
    {
        var words = await contents.ReadAsync(contradictions.SelectMany(one => one.Contradiction.Claims.Select(claim => KeyOf(one.Cell, claim))), cancellation);
        return
        [
            .. from one in contradictions
               let claims = one.Contradiction.Claims
               let sentence = QuoteWords.Of(one.Contradiction.Kind, words(KeyOf(one.Cell, claims[0])), words(KeyOf(one.Cell, claims[1])), record.NameOf)
               select new QuotedContradiction(one.Contradiction.Kind, sentence, claims[0], claims[1]),
        ];
    }

    private static Domain.Timelines.ContentKey KeyOf(CellHistory cell, Guid claim) => cell.Claims.First(one => one.Id == claim).Content;
}
