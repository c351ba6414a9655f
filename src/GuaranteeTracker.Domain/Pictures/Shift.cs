using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Domain.Pictures;

/// <summary>A cell's stance changing from one claim to the next in rule 5's order.</summary>
/// <param name="On">UTC date of the later claim's effective instant.</param>
/// <param name="OnKind">Whether the change came on that day or some time up to it.</param>
/// <param name="From">The earlier claim.</param>
/// <param name="Claim">The later claim, which changed the stance.</param>
public sealed record Shift(ShiftKind Kind, Stance Before, Stance After, DateOnly On, SinceKind OnKind, Guid From, Guid Claim)
{
    public static IEnumerable<Shift> In(Cell cell)
    {
        var course = cell.Course.ToList();
        return from pair in course.Zip(course.Skip(1))
               where pair.First.Stance != pair.Second.Stance
               let since = Run.Since(pair.Second)
               select new Shift(KindOf(pair.First.Stance, pair.Second.Stance), pair.First.Stance, pair.Second.Stance, since.Day, since.Kind, pair.First.Id, pair.Second.Id);
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
