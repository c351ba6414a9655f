namespace GuaranteeTracker.Api.Charts;

/// <summary>Dots for claims. Those that would lie on one another are one dot if they say the same, and stand above one another if they do not.</summary>
internal static class LaneDots
{
    public const double Radius = 4.5;

    private const double Together = 2 * Radius, Cap = 4, OpenStart = 18;

    private const int MostTitles = 10;

    /// <param name="y">The middle of the lowest dot.</param>
    /// <param name="top">No dot's middle is higher.</param>
    public static IEnumerable<Shape> Draw(IReadOnlyList<Dot> dots, TimeScale scale, double y, double top)
    {
        var places = (
            from place in dots.Where(dot => scale.Shows(dot.At)).GroupBy(dot => Math.Floor((scale.X(dot.At) - scale.Left) / Together))
            from one in place.GroupBy(dot => (dot.Stance, dot.IsSecondHand)).Select((same, i) => (Dots: same.ToList(), Level: i))
            select (one.Dots, X: scale.X(one.Dots[^1].At), Y: Math.Max(top, y - (one.Level * (Together + 1))))).ToList();
        return [.. places.SelectMany(place => Whisker(place.Dots.MinBy(dot => dot.Earliest)!, scale, place.X, place.Y)), .. places.Select(place => One(place.Dots, place.X, place.Y))];
    }

    /// <summary>Filled as its stance is; second-hand ones only have a border.</summary>
    public static Paint Paint(StanceLook look, bool isSecondHand) =>
        isSecondHand ? Palette.Hollow with { StrokeWidth = 1.5 } : new(look.CssClass, look.Fill, Palette.Ink);

    private static Group One(List<Dot> dots, double x, double y)
    {
        var last = dots[^1];
        var title = dots.Count == 1 ? last.Title : string.Join("; ", dots.Take(MostTitles).Select(dot => dot.Title).Append(dots.Count > MostTitles ? $"and {dots.Count - MostTitles} more" : null).OfType<string>());
        return new([new Circle(x, y, Radius, Paint(StanceLook.Of(last.Stance), last.IsSecondHand))], title, last.Link);
    }

    /// <summary>From the first instant at which it can have been said; without an end where that is not known.</summary>
    private static Line[] Whisker(Dot dot, TimeScale scale, double x, double y)
    {
        var isOpen = dot.Earliest < scale.From;
        var left = isOpen ? Math.Max(scale.Left, x - OpenStart) : scale.X(dot.Earliest);
        return x - left <= Radius + 2 ? []
            : isOpen ? [new Line(left, y, x - Radius, y, Palette.Mark with { Dashed = true })]
            : [new Line(left, y, x - Radius, y, Palette.Mark), new Line(left, y - Cap, left, y + Cap, Palette.Mark)];
    }
}
