namespace GuaranteeTracker.Domain.Claims;

/// <summary>
/// Finds the stretch of a text, as long as the passage looked for, that shares the most three-character sequences with it.
/// Each character of the text costs at most <see cref="TrigramTable.MaxProbes"/> comparisons.
/// </summary>
internal static class TrigramVotes
{
    /// <summary>A stretch that shares fewer is chance: any two texts in one language have a quarter in common.</summary>
    private const int NearPercent = 40;

    /// <returns>Index of the first best stretch, or null when none is near, as for passages of one or two characters.</returns>
    internal static int? FindStart(string passage, string text, Effort effort)
    {
        var length = passage.Length - 2;
        if (length < 1 || text.Length < 3)
        {
            return null;
        }

        var table = new TrigramTable(passage);
        var wanted = new int[length];
        for (var i = 0; i < length; i++)
        {
            if (table.Find(passage, i) is >= 0 and var number)
            {
                wanted[number]++;
            }
        }

        var stretch = new int[length];
        Array.Fill(stretch, TrigramTable.None);
        var (votes, best, start) = (0, 0, 0);
        for (var i = 0; i < text.Length - 2; i++)
        {
            ref var oldest = ref stretch[i % length];
            votes -= oldest >= 0 && ++wanted[oldest] > 0 ? 1 : 0;
            oldest = table.Find(text, i);
            votes += oldest >= 0 && wanted[oldest]-- > 0 ? 1 : 0;
            if (votes > best)
            {
                (best, start) = (votes, Math.Max(0, i + 1 - length));
            }
        }

        effort.Spend(table.Probes);
        return best * 100 >= length * NearPercent ? start : null;
    }
}
