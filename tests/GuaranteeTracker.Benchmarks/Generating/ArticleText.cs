using System.Text;
using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Benchmarks.Generating;

/// <summary>An article's text, which grows by the passages that are quoted from it. No character is outside the basic plane, so positions are code points.</summary>
internal sealed class ArticleText
{
    private readonly StringBuilder _text = new(8192);
    private int _passages;

    public Quote Quote(ref Draw draw)
    {
        var (passage, start) = (Wording.Passage(ref draw, ++_passages), _text.Length);
        _text.Append(passage).Append('\n');
        return new(passage, null, null, start, start + passage.Length);
    }

    public override string ToString() => _text.ToString();
}
