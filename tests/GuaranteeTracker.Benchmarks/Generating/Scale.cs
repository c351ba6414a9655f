namespace GuaranteeTracker.Benchmarks.Generating;

/// <summary>How large a record is.</summary>
/// <param name="Claims">About as many claims.</param>
internal sealed record Scale(long Claims)
{
    public const int ClaimsAnArticle = 25;

    /// <summary>A cell keeps its stance for about so many claims.</summary>
    private const int ClaimsARun = 4;

    private const int Cells = World.Actors * World.Topics;

    public long Articles => Math.Max(1, Claims / ClaimsAnArticle);

    /// <summary>How long a cell keeps its stance.</summary>
    public TimeSpan Run { get; } = (World.End - World.First) * Math.Min(1, ClaimsARun / ((double)Claims / Cells));

    /// <summary>When an article is published.</summary>
    public DateTime Published(long article) => World.First + new TimeSpan((long)((World.End - World.First).Ticks * ((article + 0.5) / Articles)));
}
