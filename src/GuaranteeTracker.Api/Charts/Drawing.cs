namespace GuaranteeTracker.Api.Charts;

/// <summary>A finished drawing: every place and length is known, so each writer only puts down what is here. Lengths are CSS pixels from the upper left.</summary>
/// <param name="Title">Its name, for those who do not see it.</param>
/// <param name="Description">What it shows, for those who do not see it.</param>
/// <param name="Shapes">Later ones over earlier ones.</param>
internal sealed record Drawing(int Width, int Height, string Title, string Description, IReadOnlyList<Shape> Shapes);

/// <summary>One thing in a drawing.</summary>
internal abstract record Shape;

internal sealed record Rectangle(double X, double Y, double Width, double Height, Paint Paint, double Corner = 0) : Shape;

internal sealed record Line(double X1, double Y1, double X2, double Y2, Paint Paint) : Shape;

internal sealed record Circle(double X, double Y, double Radius, Paint Paint) : Shape;

internal sealed record Polygon(IReadOnlyList<(double X, double Y)> Points, Paint Paint) : Shape
{
    public static Polygon Diamond(double x, double y, double radius, Paint paint) =>
        new([(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)], paint);
}

/// <summary>One line of text.</summary>
/// <param name="X">Where it begins, has its middle or ends: see <paramref name="Anchor"/>.</param>
/// <param name="Y">Its base line.</param>
internal sealed record Caption(double X, double Y, string Text, Letters Letters, Anchor Anchor = Anchor.Start) : Shape
{
    /// <summary>Cut, with an ellipsis, to at most this width.</summary>
    public static Caption Within(double width, double x, double y, string text, Letters letters, Anchor anchor = Anchor.Start) =>
        new(x, y, Typesetting.Fit(text, width, letters), letters, anchor);
}

/// <summary>Shapes that are one thing to their reader.</summary>
/// <param name="Title">What a pointer over it shows, and its name where it is a link.</param>
/// <param name="Link">An address on this service, beginning with a slash.</param>
internal sealed record Group(IReadOnlyList<Shape> Shapes, string? Title = null, string? Link = null) : Shape;

/// <summary>Colours are <c>#RRGGBB</c>, null for none; a page's stylesheet can override them by class.</summary>
internal sealed record Paint(string? CssClass, string? Fill = null, string? Stroke = null, double StrokeWidth = 1, bool Dashed = false)
{
    /// <summary>Lengths of dash and gap.</summary>
    public static (float Dash, float Gap) Dashes { get; } = (3.5f, 2.5f);
}

/// <param name="Size">Of the em square.</param>
/// <param name="Ink"><c>#RRGGBB</c>.</param>
internal sealed record Letters(double Size, bool IsBold, string Ink, string CssClass);

internal enum Anchor
{
    Start,
    Middle,
    End,
}
