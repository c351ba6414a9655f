namespace GuaranteeTracker.Api.Charts;

/// <summary>Bars for what held, each with its sign and word where those have room.</summary>
internal static class LaneBars
{
    private const double Least = 3, Padding = 6, Tip = 8;

    private const double CaptionSize = 12;

    public static IEnumerable<Shape> Draw(IReadOnlyList<Segment> segments, TimeScale scale, double y, double height) =>
        from segment in segments
        where segment.From <= scale.To && (segment.Until ?? scale.To) >= scale.From
        select Bar(segment, scale, y, height);

    private static Group Bar(Segment segment, TimeScale scale, double y, double height)
    {
        var look = StanceLook.Of(segment.Stance);
        var (left, right) = (scale.X(segment.From), segment.Until is { } until ? scale.X(until) : scale.Right);
        var width = Math.Max(Least, right - left - 1); // a gap tells it from the next
        return new([Outline(left, y, width, height, segment.Until is null, Palette.Of(look, segment.IsSecondHand)), .. Label(look, left, y, width, height)], segment.Title, segment.Link);
    }

    /// <summary>What goes on ends in a tip.</summary>
    private static Shape Outline(double x, double y, double width, double height, bool goesOn, Paint paint) => goesOn && width > 2 * Tip
        ? new Polygon([(x, y), (x + width - Tip, y), (x + width, y + (height / 2)), (x + width - Tip, y + height), (x, y + height)], paint)
        : new Rectangle(x, y, width, height, paint, 2);

    private static Caption[] Label(StanceLook look, double x, double y, double width, double height)
    {
        var letters = Palette.On(look, CaptionSize);
        var label = new[] { $"{look.Sign} {look.Word}", look.Sign }.FirstOrDefault(text => Typesetting.Width(text, letters) <= width - (2 * Padding));
        return label is null ? [] : [new Caption(x + Padding, y + (height / 2) + 4.2, label, letters)];
    }
}
