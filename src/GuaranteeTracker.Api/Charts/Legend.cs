using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Api.Charts;

/// <summary>What signs and colours mean, item after item, in as many lines as it takes.</summary>
internal static class Legend
{
    public const double LineHeight = 22;

    private const double SwatchWidth = 30, SwatchHeight = 16, Gap = 8, Between = 18;

    private static readonly Letters _words = Palette.Plain(12);

    public static IReadOnlyList<LegendItem> Stances { get; } = [.. StanceLook.All.Select(look => new LegendItem(look.Word, (x, y) => Swatch(x, y, look, isSecondHand: false)))];

    /// <summary>A bordered field.</summary>
    public static LegendItem SecondHand { get; } = new("hearsay only", (x, y) => Swatch(x, y, StanceLook.Of(Stance.Open), isSecondHand: true, hasSign: false));

    /// <summary>One that is told by a sign.</summary>
    public static LegendItem Sign(string sign, string meaning) =>
        new(meaning, (x, y) => [new Caption(x + (SwatchWidth / 2), y + 4, sign, Palette.Bold(13), Anchor.Middle)]);

    /// <summary>One that is told by a shape.</summary>
    /// <param name="draw">Given the middle of its place.</param>
    public static LegendItem Shaped(string meaning, Func<double, double, IReadOnlyList<Shape>> draw) => new(meaning, (x, y) => draw(x + (SwatchWidth / 2), y));

    /// <param name="y">The middle of the first line.</param>
    /// <param name="groups">Each begins a line.</param>
    /// <returns>The shapes, and how many lines they take.</returns>
    public static (IReadOnlyList<Shape> Shapes, int Lines) Draw(double x, double y, double width, params IReadOnlyList<IReadOnlyList<LegendItem>> groups)
    {
        var (shapes, left, lines) = (new List<Shape>(), x, 1);
        foreach (var (item, begins) in groups.SelectMany(group => group.Select((item, i) => (item, i == 0))))
        {
            var length = SwatchWidth + Gap + Typesetting.Width(item.Meaning, _words);
            if (left > x && (begins || left + length > x + width))
            {
                (left, lines) = (x, lines + 1);
            }

            var middle = y + ((lines - 1) * LineHeight);
            shapes.AddRange(item.Draw(left, middle));
            shapes.Add(new Caption(left + SwatchWidth + Gap, middle + 4, item.Meaning, _words));
            left += length + Between;
        }

        return (shapes, lines);
    }

    private static List<Shape> Swatch(double x, double y, StanceLook look, bool isSecondHand, bool hasSign = true)
    {
        List<Shape> shapes = [new Rectangle(x, y - (SwatchHeight / 2), SwatchWidth, SwatchHeight, Palette.Of(look, isSecondHand), 3)];
        if (hasSign)
        {
            shapes.Add(new Caption(x + (SwatchWidth / 2), y + 4.5, look.Sign, Palette.On(look, 13), Anchor.Middle));
        }

        return shapes;
    }
}

/// <param name="Draw">Its sample, given the left end and the middle of its line.</param>
internal sealed record LegendItem(string Meaning, Func<double, double, IReadOnlyList<Shape>> Draw);
