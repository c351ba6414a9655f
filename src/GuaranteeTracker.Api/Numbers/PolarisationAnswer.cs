using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Domain.Networks;
using GuaranteeTracker.Domain.Numbers;

namespace GuaranteeTracker.Api.Numbers;

/// <summary>How far agreement divides the actors into two groups, over time.</summary>
/// <param name="Period">What was asked for; null: from the beginning, to the end.</param>
/// <param name="Window">Days of each network; null: one of the whole period.</param>
/// <param name="Step">Days from the first day of a network to that of the next.</param>
internal sealed record PolarisationAnswer(Known Known, PeriodView Period, Duplicates Duplicates, int? Window, int? Step, IReadOnlyList<PolarisationView> Series);

/// <summary>The best split found of one network.</summary>
/// <param name="From">Its first day (UTC).</param>
/// <param name="To">Its last day (UTC).</param>
/// <param name="Modularity">Newman's Q, 0 to 0.5; null where nobody agrees with anybody.</param>
/// <param name="Groups">Two lists of ids of actors; the second is empty where no split is better than none. No list where nobody agrees with anybody.</param>
/// <param name="Actors">How many have a claim that counts; those in neither group agree with nobody more than they disagree.</param>
/// <param name="Claims">How many claims count.</param>
/// <param name="Edges">How many pairs agree more than they disagree.</param>
internal sealed record PolarisationView(DateOnly From, DateOnly To, double? Modularity, IReadOnlyList<IReadOnlyList<string>> Groups, int Actors, int Claims, int Edges)
{
    public static PolarisationView Of(Polarisation one) => new(one.Days!.Value.First, one.Days.Value.Last, one.Modularity, one.Groups, one.Actors, one.Claims, one.Edges);
}
