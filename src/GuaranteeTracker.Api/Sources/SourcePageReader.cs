using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain.Claims;
using Marten;
using Npgsql;

namespace GuaranteeTracker.Api.Sources;

/// <summary>Prepares the page of a source: its text as far as the caller may read it, with the words of its claims marked.</summary>
internal sealed class SourcePageReader(NpgsqlDataSource database, ClaimsOnRecord onRecord, RecordReader reader)
{
    /// <param name="whole">Whether the caller may read whole texts.</param>
    /// <returns>Null when there is no such source.</returns>
    public async Task<SourcePageModel?> ReadAsync(Guid id, bool whole, IQuerySession session, CancellationToken cancellation)
    {
        if (await session.FindSourceAsync(id, cancellation) is not { } source)
        {
            return null;
        }

        var registered = source.State.Registered;
        var earlier = registered.Revises is { } revises ? await session.FindSourceAsync(revises, cancellation) : null;
        var text = await database.FindTextAsync(registered.TextSha256, cancellation);
        var takedown = text is null ? await database.FindTakedownAsync(registered.TextSha256, cancellation) : null;
        var found = await onRecord.OfSourceAsync(id, session, cancellation);
        var record = await reader.ReadAsync(cancellation); // after the claims, so that it has every name they use
        var inOrder = found.Select(claim => claim.State).OrderBy(claim => claim.Content.Evidence.Quotes[0].Start).ThenBy(claim => claim.Id).ToList();
        List<Claim> live = [.. inOrder.Where(claim => !claim.IsRetracted)], retracted = [.. inOrder.Where(claim => claim.IsRetracted)];
        var claims = live.Select((claim, i) => InText(claim, i + 1, record)).ToList();
        var (shown, blocks) = Divide(text, whole, live, claims);
        return new(
            registered, WebAddress.OrNull(registered.Url), source.State.WithdrawalReason, earlier is null ? null : (earlier.State.Id, earlier.State.Registered.Title), source.RecordedAt,
            shown, takedown, blocks, claims, [.. retracted.Select((claim, i) => InText(claim, live.Count + i + 1, record))]);
    }

    private static (TextShown Shown, IReadOnlyList<TextBlock> Blocks) Divide(string? text, bool whole, List<Claim> live, List<ClaimInText> claims)
    {
        if (text is null)
        {
            return (TextShown.QuotesAlone, TextBlocks.Quotes(live.Zip(claims, (claim, inText) => (inText, (IReadOnlyList<string>)[.. claim.Content.Evidence.Quotes.Select(quote => quote.Exact)]))));
        }

        var passages = Highlights.InUtf16(text, [.. live.SelectMany(claim => claim.Content.Evidence.Quotes.Select((quote, i) => new Passage(claim.Id, i, quote.Start, quote.End)))]);
        return whole ? (TextShown.Whole, TextBlocks.Whole(text, passages, claims)) : (TextShown.Sentences, TextBlocks.Around(text, passages, claims));
    }

    private static ClaimInText InText(Claim claim, int number, KnownRecord record)
    {
        var content = claim.Content;
        return new(
            number, claim.Id, content.Actor, record.NameOf(content.Actor), content.Topic, record.LabelOf(content.Topic).Title, content.Stance,
            content.Speaker is { } speaker && speaker != content.Actor ? record.NameOf(speaker) : null, content.ReportedBy is { } reporter ? record.NameOf(reporter) : null,
            DatesInWords.Of(content.Stated), content.Summary, content.Evidence.Quotes.Count, content.Evidence.Quotes.Any(quote => Unseen.Among(quote.Exact)),
            claim.IsDisputed, claim.RetractionReason);
    }
}
