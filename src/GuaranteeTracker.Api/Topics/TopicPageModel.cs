using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Api.Pages.Quotes;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Topics;

/// <summary>One topic, for people.</summary>
/// <param name="AsOf">D of the agreement, where one was asked for; else it is now.</param>
/// <param name="Sides">Who is where at D.</param>
/// <param name="Chart">Positions over time: an element of SVG.</param>
/// <param name="Approach">Whether they came closer.</param>
/// <param name="Quotes">Newest first.</param>
/// <param name="MoreContradictions">How many there are beside those told.</param>
/// <param name="Claims">Number of live claims in all.</param>
public sealed record TopicPageModel(
    PageHead Head, TopicLabel Topic, AsKnown Known, DateTime? AsOf, IReadOnlyList<Side> Sides, string Chart, TopicApproach Approach, IReadOnlyList<QuotedContradiction> Contradictions, int MoreContradictions,
    IReadOnlyList<QuotedClaim> Quotes, PageWalk Walk, SpokenPeriod Period, int Claims, IReadOnlyList<Download> Downloads);

/// <summary>Those who are on one side of a topic.</summary>
/// <param name="More">How many there are beside those named.</param>
public sealed record Side(string Name, IReadOnlyList<SideMember> Members, int More);

/// <param name="Stance">Null where there is none.</param>
public sealed record SideMember(Named Actor, Stance? Stance);
