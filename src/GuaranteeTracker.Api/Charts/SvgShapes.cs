using System.Globalization;
using System.Xml;

namespace GuaranteeTracker.Api.Charts;

/// <summary>The elements of SVG that shapes become.</summary>
internal static class SvgShapes
{
    public static void Write(XmlWriter xml, Shape shape)
    {
        xml.WriteStartElement(Element(shape), SvgWriter.Namespace);
        switch (shape)
        {
            case Rectangle it:
                WriteNumbers(xml, ("x", it.X), ("y", it.Y), ("width", it.Width), ("height", it.Height), ("rx", it.Corner));
                WritePaint(xml, it.Paint);
                break;
            case Line it:
                WriteNumbers(xml, ("x1", it.X1), ("y1", it.Y1), ("x2", it.X2), ("y2", it.Y2));
                WritePaint(xml, it.Paint);
                break;
            case Circle it:
                WriteNumbers(xml, ("cx", it.X), ("cy", it.Y), ("r", it.Radius));
                WritePaint(xml, it.Paint);
                break;
            case Polygon it:
                xml.Write("points", string.Join(' ', it.Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.##},{point.Y:0.##}"))));
                WritePaint(xml, it.Paint);
                break;
            case Caption it:
                WriteCaption(xml, it);
                break;
            case Group it:
                WriteGroup(xml, it);
                break;
        }

        xml.WriteEndElement();
    }

    private static string Element(Shape shape) => shape switch
    {
        Rectangle => "rect",
        Line => "line",
        Circle => "circle",
        Polygon => "polygon",
        Caption => "text",
        Group { Link: null } => "g",
        Group => "a",
        _ => throw new NotSupportedException($"There is no element of SVG for {shape.GetType().Name}."),
    };

    private static void WriteGroup(XmlWriter xml, Group group)
    {
        xml.Write("href", group.Link);
        if (group.Title is not null)
        {
            var title = PlainText.Of(group.Title);
            xml.Write("aria-label", group.Link is null || ShowsOtherWords(group, title) ? null : title);
            xml.WriteElementString("title", SvgWriter.Namespace, title);
        }

        foreach (var shape in group.Shapes)
        {
            Write(xml, shape);
        }
    }

    /// <summary>A name that lacks the words one sees, such as those of a text that was cut, leaves who speaks to a screen without an answer: then the title alone names it.</summary>
    private static bool ShowsOtherWords(Group group, string title) =>
        group.Shapes.OfType<Caption>().Any(caption => !title.Contains(caption.Text, StringComparison.OrdinalIgnoreCase));

    private static void WriteCaption(XmlWriter xml, Caption caption)
    {
        WriteNumbers(xml, ("x", caption.X), ("y", caption.Y), ("font-size", caption.Letters.Size));
        xml.Write("font-weight", caption.Letters.IsBold ? "600" : null);
        xml.Write("text-anchor", caption.Anchor switch { Anchor.Middle => "middle", Anchor.End => "end", _ => null });
        xml.Write("fill", caption.Letters.Ink);
        xml.Write("class", caption.Letters.CssClass);
        if (caption.Text.Length > 1)
        {
            xml.Write("textLength", Typesetting.Width(caption.Text, caption.Letters)); // another font keeps within the same place
            xml.Write("lengthAdjust", "spacingAndGlyphs");
        }

        xml.WriteString(caption.Text);
    }

    private static void WritePaint(XmlWriter xml, Paint paint)
    {
        xml.Write("class", paint.CssClass);
        xml.Write("fill", paint.Fill ?? "none");
        xml.Write("stroke", paint.Stroke);
        if (paint.Stroke is not null)
        {
            xml.Write("stroke-width", paint.StrokeWidth);
            xml.Write("stroke-dasharray", paint.Dashed ? string.Create(CultureInfo.InvariantCulture, $"{Paint.Dashes.Dash} {Paint.Dashes.Gap}") : null);
        }
    }

    private static void WriteNumbers(XmlWriter xml, params ReadOnlySpan<(string Name, double Value)> numbers)
    {
        foreach (var (name, value) in numbers)
        {
            if (value != 0 || name is not "rx")
            {
                xml.Write(name, value);
            }
        }
    }
}
