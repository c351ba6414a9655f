using GuaranteeTracker.Api.Charts;
using GuaranteeTracker.Api.Pictures;
using SkiaSharp;

namespace GuaranteeTracker.Api.Tests.Charts;

public sealed class PngImages
{
    private static readonly Drawing _drawing = MatrixChart.Draw(SomePictures.Marked("A topic", "An actor"), "Who stood where on 20 August 2025", "As of 20 August 2025", "tracker.example.org/picture");

    [Fact]
    public void An_image_is_1200_by_675()
    {
        using var image = SKBitmap.Decode(PngWriter.Write(_drawing));

        (image.Width, image.Height).Should().Be((1200, 675));
    }

    [Fact]
    public void Every_text_leaves_ink_where_it_is()
    {
        using var with = SKBitmap.Decode(PngWriter.Write(_drawing));
        using var without = SKBitmap.Decode(PngWriter.Write(_drawing with { Shapes = [.. _drawing.Shapes.Where(shape => shape is not Caption)] }));
        foreach (var caption in _drawing.Captions())
        {
            Differs(with, without, caption).Should().BeTrue(caption.Text);
        }
    }

    [Fact]
    public void The_same_drawing_has_the_same_bytes()
    {
        PngWriter.Write(_drawing).Should().Equal(PngWriter.Write(_drawing));
        SvgWriter.Document(_drawing).Should().Equal(SvgWriter.Document(_drawing));
    }

    [Fact]
    public void The_font_has_every_sign_and_the_letters_of_europe()
    {
        foreach (var sign in StanceLook.All.Select(look => look.Sign).Concat(["≠", "!", "†", "…", "–", "Škoda Łódź ğış þð", "Владимир Зеленський Їжґє", "Κυριάκος"]))
        {
            foreach (var letters in new[] { Palette.Plain(12), Palette.Bold(12) })
            {
                using var font = Typesetting.Font(letters);
                font.ContainsGlyphs(sign).Should().BeTrue(sign);
            }
        }
    }

    private static bool Differs(SKBitmap one, SKBitmap other, Caption caption)
    {
        var width = Typesetting.Width(caption.Text, caption.Letters);
        var left = caption.X - (caption.Anchor switch { Anchor.Middle => width / 2, Anchor.End => width, _ => 0 });
        return Enumerable.Range((int)left, (int)width + 1).Any(x => Enumerable.Range((int)(caption.Y - caption.Letters.Size), (int)caption.Letters.Size + 3).Any(y => one.GetPixel(x, y) != other.GetPixel(x, y)));
    }
}
