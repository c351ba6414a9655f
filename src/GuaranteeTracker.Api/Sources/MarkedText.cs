using GuaranteeTracker.Api.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace GuaranteeTracker.Api.Sources;

/// <summary>
/// A block's words to the character, those that claims use marked; where a passage ends stands a link to its claim. Markup written
/// here and not in a template, so that no white space comes between.
/// </summary>
public sealed class MarkedText : ComponentBase
{
    [Parameter, EditorRequired]
    public required TextBlock Block { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyDictionary<Guid, ClaimInText> Claims { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        Cut(builder, Block.IsCutBefore);
        foreach (var segment in Block.Segments)
        {
            if (segment.Passages.Count == 0)
            {
                Verbatim.Write(builder, segment.Text);
            }
            else
            {
                Mark(builder, segment);
                foreach (var passage in segment.Ending)
                {
                    LinkToClaim(builder, passage);
                }
            }
        }

        Cut(builder, Block.IsCutAfter);
    }

    private static void Cut(RenderTreeBuilder builder, bool isCut)
    {
        if (isCut)
        {
            builder.AddMarkupContent(0, """<span class="cut">…</span>""");
        }
    }

    private void Mark(RenderTreeBuilder builder, Segment segment)
    {
        var beginning = segment.Beginning.ToList();
        foreach (var passage in beginning.Skip(1)) // an element has one id
        {
            builder.OpenElement(1, "span");
            builder.AddAttribute(2, "id", passage.Anchor);
        }

        builder.OpenElement(3, "mark");
        builder.AddAttribute(4, "id", beginning is [var first, ..] ? first.Anchor : null);
        builder.AddAttribute(5, "class", segment.Passages.All(passage => Claims[passage.Claim].IsDisputed) ? "disputed" : null);
        builder.AddAttribute(6, "data-claim", string.Join(' ', segment.Passages.Select(passage => passage.Claim).Distinct()));
        builder.AddAttribute(7, "data-passage", string.Join(' ', segment.Passages.Select(passage => passage.Key)));
        Verbatim.Write(builder, segment.Text);
        builder.CloseElement();
        for (var i = 1; i < beginning.Count; i++)
        {
            builder.CloseElement();
        }
    }

    private void LinkToClaim(RenderTreeBuilder builder, Passage passage)
    {
        var claim = Claims[passage.Claim];
        builder.OpenElement(8, "a");
        builder.AddAttribute(9, "class", "ref");
        builder.AddAttribute(10, "href", $"#{claim.Anchor}");
        builder.AddAttribute(11, "aria-label", $"Claim {claim.Number}: {claim.ActorName}, {claim.TopicTitle}");
        builder.AddContent(12, claim.Number);
        builder.CloseElement();
    }
}
