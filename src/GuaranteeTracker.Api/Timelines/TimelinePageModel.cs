using GuaranteeTracker.Api.Encounters;
using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Api.Pages.Quotes;

namespace GuaranteeTracker.Api.Timelines;

/// <summary>The timeline, for people.</summary>
/// <param name="Period">What is shown, in words.</param>
/// <param name="Zooms">Other periods around what is shown.</param>
/// <param name="Previous">Address of the period before; null where there is none.</param>
/// <param name="Next">Address of the period after; null where there is none.</param>
/// <param name="Narrowed">What was left out because there is too much; null where nothing was.</param>
/// <param name="Chart">An element of SVG; null where nothing is shown.</param>
/// <param name="MoreLanes">How many lanes the chart has not.</param>
/// <param name="Days">Oldest first.</param>
/// <param name="Counts">How much there is, in words.</param>
public sealed record TimelinePageModel(
    PageHead Head, AsKnown Known, string Period, string? FirstDay, string? LastDay, IReadOnlyList<Zoom> Zooms, string? Previous, string? Next, Narrowed? Narrowed, string? Chart, int MoreLanes,
    IReadOnlyList<TimelineDay> Days, string Counts, Choices Actors, Choices Topics, IReadOnlyList<Download> Downloads);

/// <param name="IsShown">Whether it is the period of this page.</param>
public sealed record Zoom(string Name, string Address, bool IsShown);

/// <summary>That there was more than a page holds.</summary>
/// <param name="Earlier">Address of what comes before what is shown; null where all lies at one instant.</param>
public sealed record Narrowed(string Sentence, string? Earlier);

/// <summary>What lies on one day (UTC). Encounters come before claims.</summary>
public sealed record TimelineDay(DateOnly Day, IReadOnlyList<ShownEncounter> Encounters, IReadOnlyList<QuotedClaim> Claims);
