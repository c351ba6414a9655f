using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Numbers;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Numbers;

/// <summary>Where the actors of a topic stood between two moments, in numbers.</summary>
/// <param name="Step">Days from one moment of the series to the next.</param>
/// <param name="From">The first moment; null where there is no period.</param>
/// <param name="To">The second moment; null where there is no period.</param>
/// <param name="Convergence">What dispersion has lost, of those compared: -1 to 1, above 0 where they came closer; null where fewer than two are compared.</param>
/// <param name="Actors">How many are compared: those with a first-hand position at both moments.</param>
/// <param name="Entered">How many have one at the second moment alone.</param>
/// <param name="Dispersion">Of those compared.</param>
/// <param name="Series">From the first moment to the second.</param>
/// <param name="Positions">Of each actor, by id, what stood in the period.</param>
internal sealed record ConvergenceAnswer(
    string Topic, Known Known, PeriodView Period, int Step, MomentView? From, MomentView? To, double? Convergence, int Actors, int Entered, DispersionView Dispersion,
    IReadOnlyList<MomentView> Series, IReadOnlyList<ActorStances> Positions);

/// <param name="From">The first instant (UTC); null where there is none.</param>
/// <param name="To">The last instant (UTC); null where there is none.</param>
internal sealed record PeriodView(DateTime? From, DateTime? To);

/// <param name="Before">At the first moment; null where there are fewer than two.</param>
/// <param name="After">At the second moment; null where there are fewer than two.</param>
internal sealed record DispersionView(double? Before, double? After);

/// <param name="At">The instant used (UTC).</param>
/// <param name="Actors">How many have a first-hand position then.</param>
/// <param name="AttributedOnly">How many have a position that only hearsay tells of; it is in no number.</param>
/// <param name="Mean">Of the stances as numbers; null where there is nobody.</param>
/// <param name="Dispersion">0 where all are at one stance, 1 where half are at either end; null where there are fewer than two.</param>
internal sealed record MomentView(DateTime At, int Actors, int AttributedOnly, double? Mean, double? Dispersion)
{
    public static MomentView Of(StanceTally tally, DateTime at) => new(at, tally.Actors, tally.AttributedOnly, tally.Mean, tally.Dispersion);
}

/// <param name="Before">First-hand, at the first moment; null where there is none.</param>
/// <param name="After">First-hand, at the second moment; null where there is none.</param>
/// <param name="Spells">One after the other, those that touch the period; the first may have begun before it.</param>
internal sealed record ActorStances(string Actor, Stance? Before, Stance? After, IReadOnlyList<SpellView> Spells);

/// <summary>What stood from one instant to the next.</summary>
/// <param name="Number">The stance as a number, -2 to 3.</param>
/// <param name="From">UTC, inclusive.</param>
/// <param name="Until">UTC, exclusive; null where nothing follows.</param>
/// <param name="AttributedOnly">Only hearsay says so: it is in no number.</param>
/// <param name="Claim">The standing claim at its beginning.</param>
internal sealed record SpellView(Stance Stance, int Number, DateTime From, DateTime? Until, bool AttributedOnly, Guid Claim)
{
    public static SpellView Of(Spell spell) => new(spell.Stance, (int)spell.Stance, spell.From, spell.Until, spell.AttributedOnly, spell.Claim);
}
