using GuaranteeTracker.Api.Encounters;
using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Api.Pages.Quotes;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Actors;
using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Api.Actors;

/// <summary>One actor, for people.</summary>
/// <param name="SpeaksFor">Its own mandates.</param>
/// <param name="SpokenForBy">Others' mandates for it.</param>
/// <param name="Chart">Positions over time, an element of SVG; null where it never had one.</param>
/// <param name="Topics">One block for each, those with the latest claims first.</param>
/// <param name="Encounters">At which it was present, newest first.</param>
/// <param name="MoreEncounters">How many there are beside those told.</param>
/// <param name="Only">The topic whose claims alone are shown; null where a page shows several.</param>
public sealed record ActorPageModel(
    PageHead Head, string Id, string Name, ActorKind Kind, ValueList<string> Aliases, IReadOnlyList<MandateLine> SpeaksFor, IReadOnlyList<MandateLine> SpokenForBy, AsKnown Known, string? Chart,
    IReadOnlyList<QuotedContradiction> Contradictions, int MoreContradictions, IReadOnlyList<TopicBlock> Topics, string? Only, PageWalk Walk, SpokenPeriod Period,
    IReadOnlyList<ShownEncounter> Encounters, int MoreEncounters, IReadOnlyList<Download> Downloads);

/// <param name="Other">Who speaks, or for whom.</param>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive; null while it lasts.</param>
public sealed record MandateLine(Named Other, DateOnly From, DateOnly? To);

/// <summary>What an actor said on one topic.</summary>
/// <param name="Stance">What stands at the end of all that is on record.</param>
/// <param name="AttributedOnly">Only hearsay says so.</param>
/// <param name="Quotes">Newest first.</param>
/// <param name="Claims">How many there are, shown or not.</param>
public sealed record TopicBlock(Named Topic, string Proposition, Stance Stance, bool AttributedOnly, IReadOnlyList<QuotedClaim> Quotes, int Claims);
