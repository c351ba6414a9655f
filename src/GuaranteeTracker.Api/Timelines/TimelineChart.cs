using GuaranteeTracker.Api.Charts;
using GuaranteeTracker.Api.Pages.Quotes;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Timelines;

/// <summary>
/// What was said and who met, on one axis: a lane for each topic, so that a lane's colours tell who agrees; for each actor, where there is one topic only.
/// </summary>
internal static class TimelineChart
{
    /// <param name="claims">In the order of time.</param>
    /// <param name="linkQuery">What links to actors and topics are to have behind their path.</param>
    public static Lanes Of(string title, IReadOnlyList<QuotedClaim> claims, IReadOnlyList<Marker> encounters, DateTime? from, DateTime? to, string linkQuery)
    {
        var isOneTopic = claims.Count > 0 && claims.All(claim => claim.Topic.Id == claims[0].Topic.Id);
        var lanes = claims
            .GroupBy(claim => isOneTopic ? claim.Actor : claim.Topic)
            .OrderByDescending(lane => lane.Count()).ThenBy(lane => lane.Key.Id, StringComparer.Ordinal)
            .Select(lane => new Lane(lane.Key.Name, $"/{(isOneTopic ? "actors" : "topics")}/{lane.Key.Id}{linkQuery}", [], [.. lane.Select(DotOf)]));
        return new(title, "What was said and who met", [.. lanes], encounters, from, to);
    }

    private static Dot DotOf(QuotedClaim claim) => new(
        claim.Stated.Earliest.Date, claim.At.Date, claim.Stance, claim.Voice == Voice.Hearsay, $"#claim-{claim.Id}",
        $"{claim.Actor.Name} on {claim.Topic.Name}, {DatesInWords.Of(claim.Stated)}: {EnumWords.Of(claim.Stance)}{(claim.Voice == Voice.Hearsay ? ", by hearsay" : "")}");
}
