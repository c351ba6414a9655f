using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Domain.Numbers;

/// <summary>How many actors stand where at one moment, and what that is in numbers. Docs/numbers.md has the formulas.</summary>
public sealed class StanceTally
{
    private const int Lowest = (int)Stance.Rejects, Steps = (int)Stance.Commits - Lowest;

    private readonly int[] _actors = new int[Steps + 1];

    /// <summary>How many have a first-hand position: what the numbers are of.</summary>
    public int Actors { get; private set; }

    /// <summary>How many have a position that only hearsay tells of, which is in no number.</summary>
    public int AttributedOnly { get; private set; }

    /// <summary>Of the stances as numbers, −2 to 3; null where there is nobody.</summary>
    public double? Mean => Actors == 0 ? null : (double)_actors.Index().Sum(stance => (stance.Index + Lowest) * (long)stance.Item) / Actors;

    /// <summary>Berry and Mielke's index of ordinal variation: 0 where all are at one stance, 1 where half are at either end; null where there are fewer than two.</summary>
    public double? Dispersion => Actors < 2 ? null : (double)StepsApart / MostStepsApart(Actors);

    /// <summary>The steps between the stances of two actors, added up over all pairs.</summary>
    internal long StepsApart
    {
        get
        {
            var (below, apart) = (0L, 0L);
            foreach (var actors in _actors.AsSpan(0, Steps))
            {
                below += actors;
                apart += below * (Actors - below); // pairs that the cut above this stance parts
            }

            return apart;
        }
    }

    /// <param name="actors">How many there are.</param>
    internal static long MostStepsApart(int actors) => Steps * ((long)actors * actors / 4);

    internal void Add(Stance stance)
    {
        _actors[(int)stance - Lowest]++;
        Actors++;
    }

    internal void AddAttributed() => AttributedOnly++;
}
