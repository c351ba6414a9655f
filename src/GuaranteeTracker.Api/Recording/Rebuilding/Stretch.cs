using GuaranteeTracker.Api.Recording.Checkpoints;

namespace GuaranteeTracker.Api.Recording.Rebuilding;

/// <summary>Sequence numbers that are read at once.</summary>
/// <param name="UpTo">Inclusive.</param>
/// <param name="Stragglers">Events of lower numbers that come before; with any, it is a checkpoint's whole page, as the leader saw it.</param>
internal sealed record Stretch(long After, long UpTo, IReadOnlyList<Straggler> Stragglers)
{
    // Short, so that no transaction that reads holds anything up for long.
    private const long Longest = 100_000;

    /// <summary>Everything after the one number up to the other, in the order in which it is known.</summary>
    public static IEnumerable<Stretch> Between(long after, long upTo, IEnumerable<Straggler> stragglers)
    {
        foreach (var page in stragglers.GroupBy(straggler => (straggler.After, straggler.Known)))
        {
            foreach (var plain in Plain(after, page.Key.After))
            {
                yield return plain;
            }

            yield return new(page.Key.After, page.Key.Known, [.. page]);
            after = page.Key.Known;
        }

        foreach (var plain in Plain(after, upTo))
        {
            yield return plain;
        }
    }

    private static IEnumerable<Stretch> Plain(long after, long upTo)
    {
        for (; after < upTo; after += Longest)
        {
            yield return new(after, Math.Min(after + Longest, upTo), []);
        }
    }
}

/// <summary>Numbers that a checkpoint passed without an event. What is stored there by now has its leaf still to come.</summary>
/// <param name="gaps">In the order of their numbers.</param>
internal sealed class PassedGaps(IReadOnlyList<Gap> gaps)
{
    private int _next;

    /// <param name="sequence">Higher than at the call before.</param>
    public bool Hold(long sequence)
    {
        while (_next < gaps.Count && gaps[_next].Last < sequence)
        {
            _next++;
        }

        return _next < gaps.Count && gaps[_next].First <= sequence;
    }
}
