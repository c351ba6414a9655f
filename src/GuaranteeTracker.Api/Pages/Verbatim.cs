using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace GuaranteeTracker.Api.Pages;

/// <summary>
/// Words as they were recorded, to the character. What is invisible in them is pointed out, by the stylesheet, so that the words
/// themselves stay what they are; and nothing in them reorders what stands around them.
/// </summary>
public sealed class Verbatim : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    public static void Write(RenderTreeBuilder builder, string text)
    {
        foreach (var (run, isUnseen) in Unseen.Runs(text))
        {
            if (!isUnseen)
            {
                builder.AddContent(0, run);
                continue;
            }

            var name = Unseen.Name(run);
            builder.OpenElement(1, "bdi");
            builder.AddAttribute(2, "class", "unseen");
            builder.AddAttribute(3, "data-name", name);
            builder.AddAttribute(4, "title", $"Invisible here: {name}");
            foreach (var rune in run.EnumerateRunes())
            {
                Write(builder, rune);
            }

            builder.CloseElement();
        }
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "bdi");
        Write(builder, Text);
        builder.CloseElement();
    }

    /// <summary>A reference to U+0080–U+009F means another character to a browser, so these stand as they are: none of them is markup.</summary>
    private static void Write(RenderTreeBuilder builder, Rune rune)
    {
        if (rune.Value is >= 0x80 and <= 0x9F)
        {
            builder.AddMarkupContent(5, rune.ToString());
        }
        else
        {
            builder.AddContent(6, rune.ToString());
        }
    }
}
