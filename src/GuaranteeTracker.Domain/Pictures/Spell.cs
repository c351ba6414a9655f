using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Domain.Pictures;

/// <summary>What stood in a cell from one instant to the next, told by one rule: at any D in it, <see cref="Standing"/> says the same.</summary>
/// <param name="From">UTC, inclusive.</param>
/// <param name="Until">UTC, exclusive; null where nothing follows.</param>
/// <param name="AttributedOnly">Only hearsay says so.</param>
/// <param name="Claim">The standing claim at its beginning.</param>
public sealed record Spell(Stance Stance, DateTime From, DateTime? Until, bool AttributedOnly, Guid Claim)
{
    /// <summary>
    /// Claims are met in the order of letters c to h, so the greatest so far is the last of the highest class (a, b) so far.
    /// Those of one instant begin to count together.
    /// </summary>
    internal static List<Spell> In(in LiveCell cell)
    {
        var spells = new List<Spell>();
        var (firstHand, hearsay) = ((Place: -1, Class: -1), (Place: -1, Class: -1));
        for (var i = 0; i < cell.Count; i++)
        {
            ref var greatest = ref cell[i].IsFirstHand ? ref firstHand : ref hearsay;
            var letters = cell.ClassOf(i);
            greatest = letters >= greatest.Class ? (i, letters) : greatest;
            if (i == cell.Count - 1 || cell.EffectiveOf(i + 1) > cell.EffectiveOf(i))
            {
                Follow(spells, cell, firstHand.Place >= 0 ? firstHand.Place : hearsay.Place, new(cell.EffectiveOf(i), DateTimeKind.Utc));
            }
        }

        return spells;
    }

    private static void Follow(List<Spell> spells, in LiveCell cell, int standing, DateTime at)
    {
        var (stance, attributedOnly) = (cell[standing].Stance, !cell[standing].IsFirstHand);
        if (spells is not [.., var last])
        {
            spells.Add(new(stance, at, null, attributedOnly, cell.DetailOf(standing).Claim));
        }
        else if (last.Stance != stance || last.AttributedOnly != attributedOnly)
        {
            spells[^1] = last with { Until = at };
            spells.Add(new(stance, at, null, attributedOnly, cell.DetailOf(standing).Claim));
        }
    }
}
