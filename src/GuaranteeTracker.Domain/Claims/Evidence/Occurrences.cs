namespace GuaranteeTracker.Domain.Claims;

/// <summary>Where a string occurs in a text, overlapping occurrences included.</summary>
/// <param name="Count">How often; <see cref="Cap"/> stands for that often or more.</param>
/// <param name="First">The UTF-16 indexes of the first few.</param>
internal sealed record Occurrences(int Count, IReadOnlyList<int> First)
{
    internal const int Cap = 100;
    private const int Kept = 3;

    // The processor looks for the first letters of a pattern in several characters at once. More letters than these would cost more where a text nearly has them everywhere.
    private const int Head = 4, AtOnce = 8;

    /// <summary>Ordinal. Knuth, Morris and Pratt's search: at most twice as many comparisons as both strings have characters, whatever they are.</summary>
    internal static Occurrences Of(string pattern, string text, Effort effort)
    {
        var first = new List<int>(Kept);
        var count = 0;
        var borders = BordersOf(pattern, effort);
        var matched = 0;
        var steps = 0L;
        var head = pattern.AsSpan(0, Math.Min(Head, pattern.Length));
        for (var i = 0; i < text.Length && count < Cap; i++, steps++)
        {
            if (matched == 0)
            {
                var skipped = text.AsSpan(i).IndexOf(head, StringComparison.Ordinal);
                steps += (skipped < 0 ? text.Length - i : skipped) / AtOnce;
                if (skipped < 0)
                {
                    break;
                }

                i += skipped;
            }

            while (matched > 0 && (matched == pattern.Length || pattern[matched] != text[i]))
            {
                matched = borders[matched - 1];
                steps++;
            }

            matched += pattern[matched] == text[i] ? 1 : 0;
            if (matched == pattern.Length && ++count <= Kept)
            {
                first.Add(i + 1 - matched);
            }
        }

        effort.Spend(steps);
        return new(count, first);
    }

    /// <summary>For each start of the pattern, the length of the longest shorter start that is also its end.</summary>
    private static int[] BordersOf(string pattern, Effort effort)
    {
        var borders = new int[pattern.Length];
        var steps = 0L;
        for (int i = 1, border = 0; i < pattern.Length; i++, steps++)
        {
            while (border > 0 && pattern[border] != pattern[i])
            {
                border = borders[border - 1];
                steps++;
            }

            border += pattern[border] == pattern[i] ? 1 : 0;
            borders[i] = border;
        }

        effort.Spend(steps);
        return borders;
    }
}
