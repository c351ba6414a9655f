using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Domain.Pictures;

/// <summary>Rule 5: the unbroken stretch of one stance that ends in the standing claim.</summary>
/// <param name="Previous">The stance before it; null where there was none.</param>
/// <param name="ConditionsFrom">The latest claim of the run that has conditions, where the standing one has none.</param>
/// <param name="TermsFrom">The latest claim of the run that has terms, where the standing one has none.</param>
public sealed record Run(Support Support, Stance? Previous, ContentKey? ConditionsFrom, ContentKey? TermsFrom)
{
    internal static Run Of(in LiveCell cell, int standing, int letters)
    {
        var course = cell.CourseTo(standing, letters);
        var start = course.IndexOf(cell.FirstOfRun(standing, letters));
        var (sources, publishers) = (new HashSet<int>(), new HashSet<int>());
        ContentKey? conditions = null, terms = null;
        foreach (var i in course[start..])
        {
            ref readonly var entry = ref cell[i];
            sources.Add(entry.Source);
            publishers.Add(cell.Timeline.Sources[entry.Source].Publisher);
            conditions = entry.Has(ClaimTraits.Conditions) ? cell.ContentOf(i) : conditions;
            terms = entry.Has(ClaimTraits.Terms) ? cell.ContentOf(i) : terms;
        }

        var own = cell.ContentOf(standing);
        return new(
            new(course.Count - start, sources.Count, publishers.Count),
            start == 0 ? null : cell[course[start - 1]].Stance,
            conditions == own ? null : conditions,
            terms == own ? null : terms);
    }
}
