namespace GuaranteeTracker.Domain.Pictures;

/// <summary>Rule 5: the unbroken stretch of one stance that ends in the standing claim, and what it tells.</summary>
internal static class Run
{
    private static readonly TimeSpan _day = TimeSpan.FromDays(1);

    /// <summary>Null where nothing counts yet.</summary>
    public static Position? PositionOf(Cell cell)
    {
        if (cell.Standing is not { } standing)
        {
            return null;
        }

        var course = cell.Course.ToList();
        var start = course.FindLastIndex(claim => claim.Stance != standing.Stance) + 1;
        var run = course[start..];
        var (since, sinceKind) = Since(run[0]);
        var conditions = Carrier(run, claim => claim.Content.Conditions.Count > 0);
        var terms = Carrier(run, claim => claim.Content.Terms.Count > 0);
        var content = standing.Content;

        return new Position(
            cell.Actor, standing.Stance, content.Act, since, sinceKind, standing.Id, content.Speaker, content.ReportedBy,
            content.Voice, content.Summary, content.Evidence.Quotes[0].Exact, content.Stated.Text, standing.Source.Source,
            conditions.Content.Conditions, IdUnless(standing, conditions), terms.Content.Terms, IdUnless(standing, terms),
            new Support(run.Count, Distinct(run, claim => claim.Source.Source), Distinct(run, claim => claim.Source.Publisher)),
            start == 0 ? null : new PreviousStance(course[start - 1].Stance, since),
            !standing.IsFirstHand, standing.IsDisputed, standing.OutsideMandate,
            [.. Contradiction.In(cell)]);
    }

    /// <summary>The UTC date of the claim's effective instant; <see cref="SinceKind.By"/> where its span is longer than a day.</summary>
    public static (DateOnly Day, SinceKind Kind) Since(LiveClaim claim) =>
        (claim.EffectiveDay, claim.Span > _day ? SinceKind.By : SinceKind.On);

    /// <summary>The latest claim of the run that has what is asked for; where none has, the standing one.</summary>
    private static LiveClaim Carrier(List<LiveClaim> run, Predicate<LiveClaim> has) => run.FindLast(has) ?? run[^1];

    private static Guid? IdUnless(LiveClaim standing, LiveClaim carrier) => carrier == standing ? null : carrier.Id;

    private static int Distinct<T>(List<LiveClaim> run, Func<LiveClaim, T> of) => run.Select(of).Distinct().Count();
}
