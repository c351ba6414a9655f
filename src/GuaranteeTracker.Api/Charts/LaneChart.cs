using GuaranteeTracker.Api.Pages;

namespace GuaranteeTracker.Api.Charts;

/// <summary>Draws positions over time: a lane for each, with bars for what held, dots for claims, and diamonds for encounters on the axis.</summary>
internal static class LaneChart
{
    /// <summary>More lanes are not drawn in a page.</summary>
    public const int MostLanes = 60;

    private const int InlineWidth = 960;

    private const double AxisHeight = 46, LaneHeight = 44, LeastLaneHeight = 41, MostLaneHeight = 52, LeastBar = 15, LegendGap = 20, LabelGap = 14;

    private static readonly Letters _label = Palette.Plain(13), _note = Palette.Quiet(13);

    private static readonly IReadOnlyList<LegendItem> _signs =
    [
        Legend.SecondHand,
        Legend.Shaped("claim", (x, y) => [new Circle(x, y, LaneDots.Radius, LaneDots.Paint(StanceLook.Of(Domain.Claims.Stance.Supports), isSecondHand: false))]),
        Legend.Shaped("claim of an uncertain date", (x, y) =>
        [
            new Line(x - 13, y, x + 6, y, Palette.Mark), new Line(x - 13, y - 4, x - 13, y + 4, Palette.Mark),
            new Circle(x + 9, y, LaneDots.Radius, LaneDots.Paint(StanceLook.Of(Domain.Claims.Stance.Supports), isSecondHand: false)),
        ]),
        Legend.Shaped("encounter", (x, y) => [Polygon.Diamond(x, y, LaneAxis.DiamondRadius, Palette.Solid)]),
    ];

    /// <summary>For a page, which has the heading; it is as high as its lanes need.</summary>
    public static Drawing Inline(Lanes lanes)
    {
        var shown = lanes with { Items = [.. lanes.Items.Take(MostLanes)] };
        var (rest, bottom) = (lanes.Items.Count - shown.Items.Count, AxisHeight + (shown.Items.Count * LaneHeight));
        var more = rest == 0 ? [] : new[] { new Caption(0, bottom + 18, $"and {rest} more", _note) };
        var legend = Legend.Draw(0, bottom + (more.Length * LegendGap) + LegendGap, InlineWidth, Legend.Stances, _signs);
        return new(
            InlineWidth, (int)Math.Ceiling(bottom + (more.Length * LegendGap) + LegendGap + (legend.Lines * Legend.LineHeight)), lanes.Title, Describe(lanes),
            [.. Field(shown, 0, 0, InlineWidth, 230, LaneHeight), .. more, .. legend.Shapes]);
    }

    /// <summary>An image that stands alone.</summary>
    public static Drawing Image(Lanes lanes, string foot, string address)
    {
        var legend = Legend.Draw(Sheet.Margin, 0, Sheet.Inner, Legend.Stances, _signs);
        var legendTop = Sheet.Bottom - 6 - (legend.Lines * Legend.LineHeight);
        var height = legendTop - Sheet.Top - AxisHeight - LegendGap;
        var shown = lanes with { Items = [.. lanes.Items.Take((int)(height / LeastLaneHeight))] };
        var subtitle = lanes.Subtitle + Sheet.More((lanes.Items.Count - shown.Items.Count, "lane"));
        return new(
            Sheet.Width, Sheet.Height, lanes.Title, $"{Describe(lanes)} {foot}",
            [
                .. Sheet.Frame(lanes.Title, subtitle, foot, address),
                .. Field(shown, Sheet.Margin, Sheet.Top, Sheet.Inner, 230, Math.Min(MostLaneHeight, height / Math.Max(1, shown.Items.Count))),
                .. Legend.Draw(Sheet.Margin, legendTop + (Legend.LineHeight / 2), Sheet.Inner, Legend.Stances, _signs).Shapes,
            ]);
    }

    private static IEnumerable<Shape> Field(Lanes lanes, double x, double y, double width, double labelWidth, double laneHeight)
    {
        if (lanes.Items.Count == 0 && lanes.Markers.Count == 0)
        {
            return [new Caption(x, y + AxisHeight, "Nothing is on record.", Palette.Plain(16))];
        }

        var scale = TimeScale.Over(lanes, x + labelWidth, x + width);
        var top = y + AxisHeight;
        return
        [
            .. LaneAxis.Draw(lanes.Markers, scale, y, top, top + (lanes.Items.Count * laneHeight)),
            .. lanes.Items.SelectMany((lane, i) => Row(lane, scale, x, top + (i * laneHeight), laneHeight)),
        ];
    }

    private static IEnumerable<Shape> Row(Lane lane, TimeScale scale, double x, double y, double height) =>
    [
        new Line(x, y, scale.Right, y, Palette.Rule),
        new Group([Caption.Within(scale.Left - x - LabelGap, x, y + (height / 2) + 4.5, lane.Label, _label)], lane.Label, lane.Link),
        .. LaneBars.Draw(lane.Segments, scale, y + 4, Math.Max(LeastBar, height - 28)),
        .. LaneDots.Draw(lane.Dots, scale, y + height - 8, y + 4 + LaneDots.Radius),
    ];

    private static string Describe(Lanes lanes) =>
        $"{Words.Count(lanes.Items.Count, "lane")} over time, with {Words.Count(lanes.Items.Sum(lane => lane.Dots.Count), "claim")} and {Words.Count(lanes.Markers.Count, "encounter")}.";
}
