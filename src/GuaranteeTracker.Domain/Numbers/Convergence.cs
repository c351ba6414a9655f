using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Domain.Numbers;

/// <summary>Whether actors came closer to one another between two moments: told of those alone who have a first-hand position at both.</summary>
/// <param name="Actors">How many those are.</param>
/// <param name="Entered">How many have one at the second moment alone.</param>
/// <param name="Before">Dispersion at the first moment; null where there are fewer than two.</param>
/// <param name="After">Dispersion at the second moment; null where there are fewer than two.</param>
/// <param name="Index">What dispersion has lost: 1 where all came together from both ends, −1 where they parted, 0 where it is as it was; null where there are fewer than two.</param>
public sealed record Convergence(int Actors, int Entered, double? Before, double? After, double? Index)
{
    /// <param name="courses">Of one topic, one of each actor.</param>
    public static Convergence Between(IEnumerable<CellCourse> courses, DateTime first, DateTime second)
    {
        ArgumentNullException.ThrowIfNull(courses);
        var (before, after, entered) = (new StanceTally(), new StanceTally(), 0);
        foreach (var course in courses)
        {
            var (then, now) = (StanceAt(course, first), StanceAt(course, second));
            if (then is not null && now is not null)
            {
                before.Add(then.Value);
                after.Add(now.Value);
            }
            else if (now is not null)
            {
                entered++;
            }
        }

        double? index = before.Actors < 2 ? null : (double)(before.StepsApart - after.StepsApart) / StanceTally.MostStepsApart(before.Actors);
        return new(before.Actors, entered, before.Dispersion, after.Dispersion, index);
    }

    /// <summary>The first-hand stance at a moment; null where there is none.</summary>
    public static Stance? StanceAt(CellCourse course, DateTime moment)
    {
        ArgumentNullException.ThrowIfNull(course);
        return course.Spells.FirstOrDefault(spell => spell.From <= moment && (spell.Until is null || moment < spell.Until)) is { AttributedOnly: false } spell ? spell.Stance : null;
    }
}
