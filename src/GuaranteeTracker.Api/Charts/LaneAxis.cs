namespace GuaranteeTracker.Api.Charts;

/// <summary>The line of time above lanes: its marks run down through them, encounters lie on it as diamonds.</summary>
internal static class LaneAxis
{
    public const double DiamondRadius = 6;

    private const double TickWidth = 92, Together = 2 * DiamondRadius;

    private const int MostTitles = 10;

    private static readonly Letters _tick = Palette.Quiet(12);

    /// <param name="y">Its upper end.</param>
    /// <param name="top">Where lanes begin.</param>
    /// <param name="bottom">Where they end.</param>
    public static IEnumerable<Shape> Draw(IReadOnlyList<Marker> markers, TimeScale scale, double y, double top, double bottom)
    {
        var ticks = Ticks.Between(scale.From, scale.To, (int)((scale.Right - scale.Left) / TickWidth));
        return
        [
            .. ticks.Select(tick => new Line(scale.X(tick.At), y + 18, scale.X(tick.At), bottom, Palette.Rule)),
            .. ticks.SelectMany(tick => Label(tick.Label, scale.X(tick.At), y + 12, scale)),
            new Line(scale.Left, top - 14, scale.Right, top - 14, Palette.Mark),
            .. markers.Where(marker => scale.Shows(marker.At)).GroupBy(marker => Math.Floor((scale.X(marker.At) - scale.Left) / Together))
                .Select(place => Diamond([.. place], scale, top - 14, bottom)),
        ];
    }

    /// <summary>Within the line's ends, as far as it goes.</summary>
    private static Caption[] Label(string text, double x, double y, TimeScale scale)
    {
        var half = Typesetting.Width(text, _tick) / 2;
        return half * 2 > scale.Right - scale.Left ? [] : [new Caption(Math.Clamp(x, scale.Left + half, scale.Right - half), y, text, _tick, Anchor.Middle)];
    }

    private static Group Diamond(List<Marker> markers, TimeScale scale, double y, double bottom)
    {
        var x = scale.X(markers[0].At);
        var titles = markers.Take(MostTitles).Select(marker => marker.Title).Append(markers.Count > MostTitles ? $"and {markers.Count - MostTitles} more" : null).OfType<string>();
        return new(
            [new Line(x, y + DiamondRadius, x, bottom, Palette.Mark with { StrokeWidth = 1, Dashed = true }), Polygon.Diamond(x, y, DiamondRadius, Palette.Solid)],
            string.Join("; ", titles), markers[0].Link);
    }
}
