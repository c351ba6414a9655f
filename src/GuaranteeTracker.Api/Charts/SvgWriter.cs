using System.Globalization;
using System.Text;
using System.Xml;

namespace GuaranteeTracker.Api.Charts;

/// <summary>Writes drawings as SVG. Colours are presentation attributes beside classes; there is no style and no script in it.</summary>
internal static class SvgWriter
{
    public const string Namespace = "http://www.w3.org/2000/svg";

    private const string Fonts = "Inter, system-ui, 'DejaVu Sans', Arial, sans-serif";

    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>A document of its own, in UTF-8.</summary>
    public static byte[] Document(Drawing drawing)
    {
        using var output = new MemoryStream();
        using (var xml = XmlWriter.Create(output, new() { Encoding = _utf8 }))
        {
            Write(xml, drawing, "chart");
        }

        return output.ToArray();
    }

    /// <summary>An element for a page of HTML.</summary>
    /// <param name="id">Begins the ids in it: another one for each drawing of a page.</param>
    public static string Fragment(Drawing drawing, string id)
    {
        var output = new StringBuilder();
        using (var xml = XmlWriter.Create(output, new() { OmitXmlDeclaration = true }))
        {
            Write(xml, drawing, id);
        }

        return output.ToString();
    }

    private static void Write(XmlWriter xml, Drawing drawing, string id)
    {
        xml.WriteStartElement("svg", Namespace);
        xml.Write("class", "chart");
        xml.Write("viewBox", $"0 0 {drawing.Width} {drawing.Height}");
        xml.Write("width", drawing.Width);
        xml.Write("height", drawing.Height);
        xml.Write("role", HasLinks(drawing.Shapes) ? "group" : "img"); // whatever is in an img cannot be reached
        xml.Write("aria-labelledby", $"{id}-title {id}-desc");
        xml.Write("font-family", Fonts);
        WriteText(xml, "title", drawing.Title, $"{id}-title");
        WriteText(xml, "desc", drawing.Description, $"{id}-desc");
        foreach (var shape in drawing.Shapes)
        {
            SvgShapes.Write(xml, shape);
        }

        xml.WriteEndElement();
    }

    private static void WriteText(XmlWriter xml, string name, string text, string id)
    {
        xml.WriteStartElement(name, Namespace);
        xml.Write("id", id);
        xml.WriteString(PlainText.Of(text));
        xml.WriteEndElement();
    }

    private static bool HasLinks(IEnumerable<Shape> shapes) => shapes.OfType<Group>().Any(group => group.Link is not null || HasLinks(group.Shapes));

    public static void Write(this XmlWriter xml, string name, string? value)
    {
        if (value is not null)
        {
            xml.WriteAttributeString(name, value);
        }
    }

    public static void Write(this XmlWriter xml, string name, double value) => xml.WriteAttributeString(name, value.ToString("0.##", CultureInfo.InvariantCulture));
}
