using SkiaSharp;

namespace GuaranteeTracker.Api.Charts;

/// <summary>Writes drawings as PNG, a pixel for each unit, always with the same bytes. A letter that <see cref="Inter"/> lacks is an empty box.</summary>
internal static class PngWriter
{
    private const int Quality = 100;

    public static byte[] Write(Drawing drawing)
    {
        using var surface = SKSurface.Create(new SKImageInfo(drawing.Width, drawing.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        surface.Canvas.Clear(SKColors.White);
        foreach (var shape in drawing.Shapes)
        {
            Draw(surface.Canvas, shape);
        }

        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, Quality);
        return data.ToArray();
    }

    private static void Draw(SKCanvas canvas, Shape shape)
    {
        switch (shape)
        {
            case Rectangle it:
                Paint(it.Paint, paint => canvas.DrawRoundRect((float)it.X, (float)it.Y, (float)it.Width, (float)it.Height, (float)it.Corner, (float)it.Corner, paint));
                break;
            case Line it:
                Paint(it.Paint, paint => canvas.DrawLine((float)it.X1, (float)it.Y1, (float)it.X2, (float)it.Y2, paint));
                break;
            case Circle it:
                Paint(it.Paint, paint => canvas.DrawCircle((float)it.X, (float)it.Y, (float)it.Radius, paint));
                break;
            case Polygon it:
                using (var outline = new SKPathBuilder())
                {
                    outline.AddPoly([.. it.Points.Select(point => new SKPoint((float)point.X, (float)point.Y))]);
                    using var path = outline.Detach();
                    Paint(it.Paint, paint => canvas.DrawPath(path, paint));
                }

                break;
            case Caption it:
                using (var font = Typesetting.Font(it.Letters))
                using (var ink = new SKPaint { Color = SKColor.Parse(it.Letters.Ink), IsAntialias = true })
                {
                    canvas.DrawText(it.Text, (float)it.X, (float)it.Y, it.Anchor switch { Anchor.Middle => SKTextAlign.Center, Anchor.End => SKTextAlign.Right, _ => SKTextAlign.Left }, font, ink);
                }

                break;
            case Group it:
                foreach (var inner in it.Shapes)
                {
                    Draw(canvas, inner);
                }

                break;
            default:
                throw new NotSupportedException($"PNG has no way to draw {shape.GetType().Name}.");
        }
    }

    private static void Paint(Paint how, Action<SKPaint> draw)
    {
        if (how.Fill is not null)
        {
            using var fill = new SKPaint { Color = SKColor.Parse(how.Fill), IsAntialias = true };
            draw(fill);
        }

        if (how.Stroke is not null)
        {
            using var dashes = how.Dashed ? SKPathEffect.CreateDash([Charts.Paint.Dashes.Dash, Charts.Paint.Dashes.Gap], 0) : null;
            using var stroke = new SKPaint
            {
                Color = SKColor.Parse(how.Stroke), IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = (float)how.StrokeWidth, PathEffect = dashes,
            };
            draw(stroke);
        }
    }
}
