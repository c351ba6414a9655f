using GuaranteeTracker.Api.Charts;
using GuaranteeTracker.Api.Pages;

namespace GuaranteeTracker.Api.Pictures;

/// <summary>Draws a matrix as an image that stands alone: signs and colours, what they mean, and what it was made from.</summary>
internal static class MatrixChart
{
    private const double LabelWidth = 300, HeadHeight = 40, TallestRow = 44, LegendHeight = 2 * Legend.LineHeight;

    private const double MostColumnWidth = 200;

    private static readonly Letters _head = Palette.Bold(12), _label = Palette.Plain(13);

    private static readonly IReadOnlyList<LegendItem> _marks = [Legend.SecondHand, .. MatrixMarks.Legend];

    /// <param name="moment">D and K, for people.</param>
    /// <param name="address">Where to find the picture, without its scheme.</param>
    public static Drawing Draw(Matrix matrix, string title, string moment, string address)
    {
        var size = $"{Words.Count(matrix.Rows.Count, "topic")}, {Words.Count(matrix.Actors.Count, "actor")}{Sheet.More((matrix.MoreTopics, "topic"), (matrix.MoreActors, "actor"))}";
        var foot = $"{moment}: {Words.Count(matrix.Counts.Cells, "position")} from {Words.Count(matrix.Counts.Claims, "claim")} in {Words.Count(matrix.Counts.Sources, "source")}.";
        return new(
            Sheet.Width, Sheet.Height, title, $"A table of {size}. {foot}",
            [.. Sheet.Frame(title, size, foot, address), .. Table(matrix), .. Legend.Draw(Sheet.Margin, Sheet.Bottom - LegendHeight + 6, Sheet.Inner, Legend.Stances, _marks).Shapes]);
    }

    private static IEnumerable<Shape> Table(Matrix matrix)
    {
        if (matrix.Rows.Count == 0)
        {
            return [new Caption(Sheet.Margin, Sheet.Top + HeadHeight, "Nothing is on record for this date.", Palette.Plain(16))];
        }

        var column = Math.Min(MostColumnWidth, (Sheet.Inner - LabelWidth) / matrix.Actors.Count);
        var row = Math.Min(TallestRow, (Sheet.Bottom - LegendHeight - 16 - Sheet.Top - HeadHeight) / matrix.Rows.Count);
        return matrix.Actors.SelectMany((actor, i) => Head(actor.Name, Left(i), column))
            .Concat(matrix.Rows.SelectMany((topic, i) => Row(topic, Sheet.Top + HeadHeight + (i * row), row, Left, column)));

        double Left(int i) => Sheet.Margin + LabelWidth + (i * column);
    }

    private static IEnumerable<Shape> Head(string name, double x, double width)
    {
        var lines = Typesetting.Wrap(name, width - 6, _head, 2);
        return lines.Select((line, i) => new Caption(x + (width / 2), Sheet.Top + HeadHeight - 8 - ((lines.Count - 1 - i) * 15), line, _head, Anchor.Middle));
    }

    private static IEnumerable<Shape> Row(MatrixRow topic, double y, double height, Func<int, double> left, double width) =>
    [
        new Line(Sheet.Margin, y, left(topic.Cells.Count), y, Palette.Rule),
        Caption.Within(LabelWidth - 14, Sheet.Margin, y + (height / 2) + 4.5, topic.Title, _label),
        .. topic.Cells.SelectMany((cell, i) => MatrixMarks.Draw(cell, left(i) + 2, y + 2, width - 4, height - 4)),
    ];
}
