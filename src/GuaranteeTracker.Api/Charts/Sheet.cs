using GuaranteeTracker.Api.Pages;

namespace GuaranteeTracker.Api.Charts;

/// <summary>An image that stands alone: the size that links to pages are shown with, a heading, and at its foot what it was made from.</summary>
internal static class Sheet
{
    public const int Width = 1200, Height = 675;

    public const double Margin = 32, Inner = Width - (2 * Margin);

    /// <summary>Below the heading, and above the foot.</summary>
    public const double Top = 92, Bottom = Height - 56;

    private const string Maker = "GuaranteeTracker";

    private static readonly Letters _title = Palette.Bold(26), _subtitle = Palette.Quiet(14), _maker = Palette.Bold(14), _foot = Palette.Plain(12.5), _address = Palette.Quiet(12.5);

    /// <param name="foot">When, from what, how much.</param>
    /// <param name="address">Where to find it, without its scheme.</param>
    public static IEnumerable<Shape> Frame(string title, string subtitle, string foot, string address) =>
    [
        new Rectangle(0, 0, Width, Height, Palette.Paper),
        Caption.Within(Inner - 160, Margin, 50, title, _title),
        new Caption(Width - Margin, 50, Maker, _maker, Anchor.End),
        Caption.Within(Inner, Margin, 74, subtitle, _subtitle),
        new Line(Margin, Bottom, Width - Margin, Bottom, Palette.Rule),
        Caption.Within(Inner, Margin, Bottom + 22, foot, _foot),
        Caption.Within(Inner, Margin, Bottom + 41, address, _address),
    ];

    /// <summary>What does not fit is named by number, never left out in silence.</summary>
    public static string More(params IReadOnlyList<(int Number, string Noun)> left)
    {
        var parts = left.Where(part => part.Number > 0).Select(part => Words.Count(part.Number, $"more {part.Noun}")).ToList();
        return parts.Count == 0 ? "" : $" – and {string.Join(", ", parts)}";
    }
}
