namespace GuaranteeTracker.Benchmarks.Generating;

/// <summary>What becomes of an article's claim later, decided before it is recorded.</summary>
internal enum Fate
{
    /// <summary>It stays as it is.</summary>
    None,

    Corrected,

    Retracted,

    Disputed,

    /// <summary>Disputed, and resolved.</summary>
    Resolved,
}

/// <summary>What becomes of articles and their claims later, and when.</summary>
internal static class Fates
{
    private const double Late = 0.05, Withdrawn = 0.0005;

    /// <summary>How much later than it was said an article is recorded: a few hours, but of some weeks to a year.</summary>
    public static TimeSpan Delay(long article)
    {
        var draw = Draw.For(Draw.Kind.Lateness, article);
        return draw.Chance(Late) ? TimeSpan.FromDays(14 + (351 * draw.Share())) : TimeSpan.FromHours(3);
    }

    /// <summary>How much later than it was recorded its source is withdrawn; null for most.</summary>
    public static TimeSpan? Withdrawal(long article)
    {
        var draw = Draw.For(Draw.Kind.Lateness, article, 1);
        return draw.Chance(Withdrawn) ? TimeSpan.FromDays(10 + (190 * draw.Share())) : null;
    }

    public static Fate Of(long article, int claim) => Withdrawal(article) is not null ? Fate.None : Draw.For(Draw.Kind.Lateness, article, 2 + claim).Share() switch
    {
        < 0.02 => Fate.Corrected,
        < 0.025 => Fate.Retracted,
        < 0.0275 => Fate.Disputed,
        < 0.03 => Fate.Resolved,
        _ => Fate.None,
    };

    /// <summary>How much later.</summary>
    public static TimeSpan After(long article, int claim) => TimeSpan.FromDays(1 + (59 * Draw.For(Draw.Kind.Lateness, article, 1000 + claim).Share()));
}
