using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Pictures;
using GuaranteeTracker.Domain.Sources;

namespace GuaranteeTracker.Api.Claims;

/// <summary>What the page of a claim shows.</summary>
/// <param name="Actor">As the record names it now, as all names here.</param>
/// <param name="Terms">In words.</param>
/// <param name="SourceWithdrawal">Why its source no longer counts, nor the claim; null while it does.</param>
/// <param name="SourceAddress">Where the source was published, where that can be a link.</param>
/// <param name="Events">Oldest first.</param>
public sealed record ClaimPageModel(
    Claim Claim, Named Actor, TopicLabel Topic, Named? Speaker, Named? ReportedBy, IReadOnlyList<string> Terms,
    SourceRegistered Source, Uri? SourceAddress, string? SourceWithdrawal, IReadOnlyList<ClaimPageEvent> Events)
{
    private const int LongestDescription = 300;

    public ClaimContent Content => Claim.Content;

    public string Path => $"/claims/{Claim.Id}";

    public PageHead Head => new(Content.Summary, $"“{Shortened(Content.Evidence.Quotes[0].Exact)}” {Source.Publisher}, {Words.Of(Source.Published)}.", Path)
    {
        Image = $"/topics/{Topic.Id}.png",
        ImageText = $"Who stands where over time: {Topic.Title}",
        Alternates = [.. ClaimForms.All.Select(form => new AlternateForm(form.Format.Type, form.Title, ClaimForms.PathOf(Claim.Id, form.Format)))],
    };

    private static string Shortened(string words) =>
        words.Length <= LongestDescription ? words : string.Concat(words.EnumerateRunes().TakeWhile((_, i) => i < LongestDescription).Select(rune => rune.ToString())) + "…";
}

/// <summary>One event of a claim.</summary>
/// <param name="What">Corrected, Disputed …</param>
/// <param name="Sequence">Known from this one on.</param>
/// <param name="At">When it was stored (UTC): a label.</param>
/// <param name="Reason">Null for the recording.</param>
/// <param name="RecordedBy">The analyst's pseudonym, where the caller may know it.</param>
/// <param name="Changes">What a correction changed.</param>
public sealed record ClaimPageEvent(string What, long Sequence, DateTime At, string? Reason, Guid? RecordedBy, IReadOnlyList<FieldChange> Changes);
