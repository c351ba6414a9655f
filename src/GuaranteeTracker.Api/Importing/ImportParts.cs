using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Api.Importing;

/// <summary>What a chunk adds, in the order in which it has to be on record: a withdrawal that came before a claim of its source would keep that claim out for good.</summary>
/// <param name="First">New actors, topics, sources and encounters.</param>
/// <param name="Claims">New claims, with what becomes of them in the same chunk.</param>
/// <param name="Changes">Of what there was already.</param>
internal sealed record ImportParts(IReadOnlyList<Addition> First, IReadOnlyList<Addition> Claims, IReadOnlyList<Addition> Changes)
{
    /// <summary>With fewer new claims, bulk costs more than it saves.</summary>
    private const int Few = 64;

    public static ImportParts Of(IReadOnlyList<Addition> additions)
    {
        if (additions.Count(IsNewClaim) < Few)
        {
            return new(additions, [], []);
        }

        var (first, claims, changes) = (new List<Addition>(), new List<Addition>(), new List<Addition>());
        var begun = new HashSet<string>(StringComparer.Ordinal);
        foreach (var addition in additions)
        {
            if (IsNewClaim(addition))
            {
                begun.Add(addition.Stream);
            }

            (begun.Contains(addition.Stream) ? claims : addition.Version == 0 ? first : changes).Add(addition);
        }

        return new(first, claims, changes);
    }

    private static bool IsNewClaim(Addition addition) => addition is { Version: 0, Events: [{ Data: IClaimFact }, ..] };
}
