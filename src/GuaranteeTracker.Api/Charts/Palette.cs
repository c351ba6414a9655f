namespace GuaranteeTracker.Api.Charts;

/// <summary>What drawings are made of beside stances. Classes name a role, so that a page can choose other colours for it.</summary>
internal static class Palette
{
    public const string Ink = "#16202E", Muted = "#56616F";

    private const string White = "#FFFFFF", Grey = "#DFE3E8";

    public static Paint Paper { get; } = new("chart-paper", White);

    public static Paint Rule { get; } = new("chart-rule", Stroke: Grey);

    /// <summary>A line that tells something.</summary>
    public static Paint Mark { get; } = new("chart-mark", Stroke: Muted, StrokeWidth: 1.5);

    /// <summary>Where something may be, but nothing is.</summary>
    public static Paint Hollow { get; } = new("chart-hollow", White, Muted, Dashed: true);

    public static Paint Solid { get; } = new("chart-solid", Ink);

    public static Paint Of(StanceLook look, bool isSecondHand = false) =>
        isSecondHand ? new(look.CssClass, look.Fill, Ink, 1.5, Dashed: true) : new(look.CssClass, look.Fill);

    public static Letters Plain(double size) => new(size, IsBold: false, Ink, "chart-ink");

    public static Letters Bold(double size) => new(size, IsBold: true, Ink, "chart-ink");

    public static Letters Quiet(double size) => new(size, IsBold: false, Muted, "chart-muted");

    public static Letters On(StanceLook look, double size, bool isBold = true) => new(size, isBold, look.Ink, $"{look.CssClass}-ink");
}
