using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Api.Pages.Quotes;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Pictures;
using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Api.Pictures;

/// <summary>Puts changes into words.</summary>
internal sealed class ChangeLines(Contents contents, SourceHeads sources)
{
    /// <param name="changes">All of them; the answer has their order.</param>
    /// <param name="now">At K of the second picture: names are as known there.</param>
    public async Task<IReadOnlyList<(ChangeKind Kind, ChangeLine Line)>> ReadAsync(IReadOnlyList<Change> changes, KnownRecord now, CancellationToken cancellation)
    {
        var words = await contents.ReadAsync(changes.SelectMany(change => Causes(change).Select(cause => cause.Content)), cancellation);
        var heads = await sources.ReadAsync(changes.SelectMany(change => Causes(change).Select(cause => words(cause.Content).Evidence.Source)), cancellation);
        return
        [
            .. from change in changes
               let causes = from cause in Causes(change)
                            let content = words(cause.Content)
                            select new ChangeCause(
                                cause.Content.Claim, cause.IsFormer, content.Stated, QuoteWords.Who(content, now.NameOf), content.Evidence.Quotes[0].Exact, heads[content.Evidence.Source].Language)
               select (change.Kind, new ChangeLine(
                   new(change.Actor, now.NameOf(change.Actor)), new(change.Topic, now.TitleOf(change.Topic)),
                   SideOf(change.Before), SideOf(change.After), Tell(change), [.. causes])),
        ];
    }

    private static IEnumerable<(ContentKey Content, bool IsFormer)> Causes(Change change) =>
        from claim in change.Causes
        let isFormer = claim != change.After?.Claim
        select ((isFormer ? change.Before! : change.After!).Content, isFormer);

    private static ChangeSide? SideOf(Standing? standing) => standing is null ? null : new(standing.Stance, standing.AttributedOnly);

    private static string Tell(Change change) => change switch
    {
        { Kind: ChangeKind.Moved, Before: null, After.AttributedOnly: true } => "A first position, by hearsay only.",
        { Kind: ChangeKind.Moved, Before.AttributedOnly: true, After.AttributedOnly: false } => "The first position of its own; until then only hearsay told of one.",
        _ => TellStances(change),
    };

    private static string TellStances(Change change) => (change.Kind, change.Before?.Stance, change.After?.Stance) switch
    {
        (ChangeKind.Moved, null, _) => "A first position.",
        (ChangeKind.Moved, { } before, { } after) when before == after => "The same stance, said again.",
        (ChangeKind.Moved, { } before, { } after) => Compare(before, after),
        (ChangeKind.Moved, _, null) => "No position any more.",
        (ChangeKind.Learned, null, _) => "Nothing was known of it then.",
        (ChangeKind.Learned, { } before, { } after) when before == after => "The same stance, by a claim that was recorded since.",
        (ChangeKind.Learned, _, _) => "A claim that was recorded since says otherwise.",
        (_, null, _) => "A claim was moved here.",
        (_, _, null) => "The claim that stood does not stand any more.",
        (_, { } before, { } after) when before == after => "The same stance, by another claim.",
        _ => "The record had it otherwise.",
    };

    private static string Compare(Stance before, Stance after) =>
        Math.Sign((int)before) == Math.Sign((int)after)
            ? Math.Abs((int)after) > Math.Abs((int)before) ? "Firmer; no change of side." : "Less firm; no change of side."
            : $"{Words.AtStart(QuoteWords.Of(ShiftKind.Reversal))}.";
}
