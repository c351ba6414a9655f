using GuaranteeTracker.Api.Charts;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Topics;

/// <summary>Where everybody stood on one topic over time: a lane for each actor, those with the most claims first.</summary>
internal static class TopicChart
{
    /// <param name="id">Of a topic that was on record at K.</param>
    /// <param name="linkQuery">What links to actors are to have behind their path, such as <c>?knownAt=seq:67</c>.</param>
    public static async Task<Lanes> ReadAsync(KnownRecord record, string id, string linkQuery = "")
    {
        var courses = CellCourse.All(await record.TimelineAsync(id), record.Catalogue.Mandates, record.K)
            .OrderByDescending(course => course.Claims.Count).ThenBy(course => course.Actor, StringComparer.Ordinal).ToList();
        var topic = record.LabelOf(id);
        return new(
            topic.Title, $"Where actors stood over time on: {topic.Proposition}",
            [.. courses.Select(course => CourseLanes.Of(course, record.NameOf(course.Actor), $"/actors/{course.Actor}{linkQuery}"))],
            CourseLanes.Encounters(record, courses.Select(course => course.Actor).ToHashSet(StringComparer.Ordinal)));
    }
}
