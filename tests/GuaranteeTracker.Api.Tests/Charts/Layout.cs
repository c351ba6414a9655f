using GuaranteeTracker.Api.Charts;

namespace GuaranteeTracker.Api.Tests.Charts;

/// <summary>Where things are in a drawing.</summary>
internal static class Layout
{
    private const double Tolerance = 0.6;

    public static IEnumerable<Shape> All(this IEnumerable<Shape> shapes) => shapes.SelectMany(shape => shape is Group group ? group.Shapes.All() : [shape]);

    public static IReadOnlyList<Caption> Captions(this Drawing drawing) => [.. drawing.Shapes.All().OfType<Caption>().Where(caption => caption.Text.Length > 0)];

    /// <summary>No text leaves the drawing, and none lies on another.</summary>
    public static void ShouldBeLegible(this Drawing drawing)
    {
        var boxes = drawing.Captions().Select(caption => (caption.Text, Box: Box(caption))).ToList();
        foreach (var (text, (left, top, right, bottom)) in boxes)
        {
            (left >= -Tolerance && top >= -Tolerance && right <= drawing.Width + Tolerance && bottom <= drawing.Height + Tolerance).Should().BeTrue(text);
        }

        var overlaps = from i in Enumerable.Range(0, boxes.Count)
                       from j in Enumerable.Range(i + 1, boxes.Count - i - 1)
                       where Overlap(boxes[i].Box, boxes[j].Box)
                       select $"{boxes[i].Text} / {boxes[j].Text}";
        overlaps.Should().BeEmpty();
    }

    private static (double Left, double Top, double Right, double Bottom) Box(Caption caption)
    {
        var (width, size) = (Typesetting.Width(caption.Text, caption.Letters), caption.Letters.Size);
        var left = caption.Anchor switch { Anchor.Middle => caption.X - (width / 2), Anchor.End => caption.X - width, _ => caption.X };
        return (left, caption.Y - (size * 0.75), left + width, caption.Y + (size * 0.2));
    }

    private static bool Overlap((double Left, double Top, double Right, double Bottom) a, (double Left, double Top, double Right, double Bottom) b) =>
        a.Left + Tolerance < b.Right && b.Left + Tolerance < a.Right && a.Top + Tolerance < b.Bottom && b.Top + Tolerance < a.Bottom;
}
