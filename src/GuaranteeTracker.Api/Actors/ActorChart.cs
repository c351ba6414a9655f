using GuaranteeTracker.Api.Charts;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Actors;

/// <summary>Where one actor stood over time: a lane for each topic, those with the most claims first.</summary>
internal static class ActorChart
{
    /// <param name="id">Of an actor that was on record at K.</param>
    /// <param name="linkQuery">What links to topics are to have behind their path, such as <c>?knownAt=seq:67</c>.</param>
    public static async Task<Lanes> ReadAsync(KnownRecord record, string id, string linkQuery = "")
    {
        var courses = (await record.TimelinesAsync(Selection.Everything))
            .Select(timeline => CellCourse.Of(timeline, record.Catalogue.Mandates, id, record.K)).OfType<CellCourse>()
            .OrderByDescending(course => course.Claims.Count).ThenBy(course => course.Topic, StringComparer.Ordinal);
        return new(
            record.NameOf(id), "Where this actor stood over time",
            [.. courses.Select(course => CourseLanes.Of(course, record.LabelOf(course.Topic).Title, $"/topics/{course.Topic}{linkQuery}"))],
            CourseLanes.Encounters(record, new HashSet<string>(StringComparer.Ordinal) { id }));
    }
}
