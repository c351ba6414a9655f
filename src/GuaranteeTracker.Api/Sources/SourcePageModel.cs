using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain.Sources;

namespace GuaranteeTracker.Api.Sources;

/// <summary>How much of a source's text a caller is shown.</summary>
public enum TextShown
{
    Whole,

    /// <summary>The sentences around the words of claims.</summary>
    Sentences,

    /// <summary>The text was taken down.</summary>
    QuotesAlone,
}

/// <summary>What the page of a source shows.</summary>
/// <param name="Address">Where it was published, where that can be a link.</param>
/// <param name="Revises">The source of which it is the new version, with its title.</param>
/// <param name="Takedown">When and why its text was taken down; null while it is kept, and where that is not known.</param>
/// <param name="Blocks">The text, or what may be shown of it, in its order.</param>
/// <param name="Claims">Those not retracted, by the start of their first passage, then id.</param>
/// <param name="Retracted">Likewise.</param>
public sealed record SourcePageModel(
    SourceRegistered Source, Uri? Address, string? WithdrawalReason, (Guid Id, string Title)? Revises, DateTime RecordedAt,
    TextShown Shown, Takedown? Takedown, IReadOnlyList<TextBlock> Blocks, IReadOnlyList<ClaimInText> Claims, IReadOnlyList<ClaimInText> Retracted)
{
    public string Path => $"/sources/{Source.Source}";

    public PageHead Head => new(
        Source.Title,
        $"{Source.Publisher}, {Words.Of(Source.Published)}: {Words.Count(Claims.Count, "claim")} with the exact words that carry {(Claims.Count == 1 ? "it" : "them")}.",
        Path)
    {
        Section = "Sources",
        Script = "evidence.js",
    };
}
