using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Domain.Pictures;

/// <summary>A cell's stance changing from one claim to the next in rule 5's order.</summary>
/// <param name="On">UTC date of the later claim's effective instant.</param>
/// <param name="OnKind">Whether the change came on that day or some time up to it.</param>
/// <param name="From">The earlier claim.</param>
/// <param name="Claim">The later claim, which changed the stance.</param>
public sealed record Shift(ShiftKind Kind, Stance Before, Stance After, DateOnly On, SinceKind OnKind, Guid From, Guid Claim)
{
    internal static ValueList<Shift> In(in LiveCell cell, int standing, int letters)
    {
        var (course, shifts) = (cell.CourseTo(standing, letters), new List<Shift>());
        for (var i = 1; i < course.Count; i++)
        {
            var (first, second) = (course[i - 1], course[i]);
            var (before, after) = (cell[first].Stance, cell[second].Stance);
            if (before != after)
            {
                var (day, kind) = cell.Since(second);
                shifts.Add(new(KindOf(before, after), before, after, day, kind, cell.DetailOf(first).Claim, cell.DetailOf(second).Claim));
            }
        }

        return [.. shifts];
    }

    private static ShiftKind KindOf(Stance before, Stance after) =>
        Math.Sign((int)before) == Math.Sign((int)after) ? ShiftKind.Strength : ShiftKind.Reversal;
}

public enum ShiftKind
{
    /// <summary>The sign changed, or undecided was entered or left.</summary>
    Reversal,

    /// <summary>The same side, more or less firmly: never a change of side.</summary>
    Strength,
}
