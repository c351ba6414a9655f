namespace GuaranteeTracker.Domain.Claims;

/// <summary>What came of looking for the passages of a claim in its source's text.</summary>
/// <param name="Results">For each passage, in the order sent; null where it was not looked for.</param>
/// <param name="IsBrokenOff">Whether the effort was spent before the last of them.</param>
public sealed record QuoteSearch(IReadOnlyList<QuoteResolution?> Results, bool IsBrokenOff)
{
    /// <summary>To say where absent words might come from costs long searches; nobody mends more than these at once.</summary>
    public const int MaxAbsent = 5;

    /// <param name="quotes">As sent.</param>
    /// <param name="text">A source's text as stored.</param>
    /// <param name="effort">Where it is spent, passages are not looked for any more.</param>
    public static QuoteSearch In(string text, IReadOnlyList<QuoteInput?> quotes, Effort effort)
    {
        var results = new List<QuoteResolution?>(quotes.Count);
        var absent = 0;
        foreach (var quote in quotes)
        {
            var result = absent == MaxAbsent || effort.IsSpent ? null : QuoteResolver.Resolve(text, new QuoteSelector(quote?.Exact, quote?.Prefix, quote?.Suffix), effort);
            results.Add(result);
            absent += IsAbsent(result) ? 1 : 0;
        }

        return new(results, absent < MaxAbsent && results.Contains(null));
    }

    /// <summary>Nothing was looked for, because others had spent the effort.</summary>
    public static QuoteSearch Of(int none) => new(new QuoteResolution?[none], IsBrokenOff: true);

    internal static bool IsAbsent(QuoteResolution? result) =>
        result is QuoteResolution.Refused { Code: QuoteResolution.Refused.NotFound or QuoteResolution.Refused.ContextMismatch };
}
