using GuaranteeTracker.Api.Charts;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Pictures;

/// <summary>What a cell of a matrix shows: the stance's sign and colour, and marks for what to bear in mind about it.</summary>
internal static class MatrixMarks
{
    private const string Contradicted = "≠", Disputed = "!", OutsideMandate = "†", Pending = "…", Hearsay = "hearsay";

    private const double SignSize = 15, MarkSize = 13, SmallSize = 11, Gap = 6, SmallGap = 3, Corner = 3;

    /// <summary>Of the marks, in the order in which a cell has them.</summary>
    public static IReadOnlyList<LegendItem> Legend { get; } =
    [
        Charts.Legend.Sign(Contradicted, "contradicted"),
        Charts.Legend.Sign(Disputed, "disputed"),
        Charts.Legend.Sign(OutsideMandate, "spoken outside a mandate"),
        Charts.Legend.Sign(Pending, "may already have been said"),
    ];

    public static IEnumerable<Shape> Draw(MatrixCell cell, double x, double y, double width, double height) => cell switch
    {
        { Standing: { } standing } => [Field(standing, x, y, width, height), .. Line(standing, cell.Pending.Count > 0, x, y + (height / 2) + 5, width)],
        { Pending.Count: > 0 } =>
        [
            new Rectangle(x, y, width, height, Palette.Hollow, Corner),
            new Caption(x + (width / 2), y + (height / 2) + 3, Pending, Palette.Quiet(SignSize), Anchor.Middle),
        ],
        _ => [],
    };

    private static Rectangle Field(Standing standing, double x, double y, double width, double height)
    {
        var inset = standing.AttributedOnly ? 0.75 : 0; // half of the border
        return new(x + inset, y + inset, width - (2 * inset), height - (2 * inset), Palette.Of(StanceLook.Of(standing.Stance), standing.AttributedOnly), Corner);
    }

    /// <summary>Sign, hearsay and marks, together in the middle. Where there is little room the word goes, its border stays, and marks move together.</summary>
    private static IEnumerable<Shape> Line(Standing standing, bool isPending, double x, double y, double width)
    {
        var look = StanceLook.Of(standing.Stance);
        var marks = (Text: string.Join(' ', Marks(standing, isPending)), Letters: Palette.On(look, MarkSize));
        var hearsay = (Text: standing.AttributedOnly ? Hearsay : "", Letters: Palette.On(look, MarkSize, isBold: false));
        List<(string Text, Letters Letters)> parts = [(look.Sign, Palette.On(look, SignSize)), hearsay, marks];
        parts.RemoveAll(part => part.Text.Length == 0);
        var gap = Gap;
        if (Length(parts, gap) > width - Gap)
        {
            parts.Remove(hearsay);
        }

        if (Length(parts, gap) > width - Gap)
        {
            parts[^1] = (string.Concat(Marks(standing, isPending)), Palette.On(look, SmallSize));
            gap = SmallGap;
        }

        var left = x + ((width - Length(parts, gap)) / 2);
        foreach (var (text, letters) in parts)
        {
            yield return new Caption(left, y, text, letters);
            left += Typesetting.Width(text, letters) + gap;
        }
    }

    private static double Length(List<(string Text, Letters Letters)> parts, double gap) => parts.Sum(part => Typesetting.Width(part.Text, part.Letters)) + (gap * (parts.Count - 1));

    private static IEnumerable<string> Marks(Standing standing, bool isPending)
    {
        (bool Has, string Mark)[] marks =
        [
            (standing.Contradictions.Count > 0, Contradicted), (standing.Disputed, Disputed), (standing.OutsideMandate, OutsideMandate), (isPending, Pending),
        ];
        return marks.Where(mark => mark.Has).Select(mark => mark.Mark);
    }
}
