using System.Globalization;
using GuaranteeTracker.Benchmarks.Generating;
using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Benchmarks.Ingesting;

/// <summary>Articles of 4 to 5 kB with ten claims each, the last with what is left; about three times as many passages as are quoted.</summary>
/// <param name="seed">Another seed gives other articles, with other ids.</param>
internal sealed class ShortArticles(long seed, long claims)
{
    private const int ClaimsEach = 10, TopicsEach = 4, UnquotedAClaim = 2;

    private readonly Scale _scale = new(claims);

    public long Count => (claims + ClaimsEach - 1) / ClaimsEach;

    /// <summary>The same for the same seed, size and number, whichever were written before.</summary>
    public Article Write(long number)
    {
        var draw = Draw.For(Draw.Kind.ShortArticle, seed, number);
        var (id, text, published) = (draw.Id(), new ArticleText(), World.First + ((World.End - World.First) * ((number + 0.5) / Count)));
        var topics = new int[TopicsEach];
        foreach (ref var topic in topics.AsSpan())
        {
            topic = draw.Below(World.Topics);
        }

        var recorded = new ClaimRecorded[Math.Min(ClaimsEach, claims - (number * ClaimsEach))];
        foreach (ref var claim in recorded.AsSpan())
        {
            claim = new(draw.Id(), Article.Content(ref draw, _scale, published, id, draw.Of(topics), text));
            for (var i = 0; i < UnquotedAClaim; i++)
            {
                text.Quote(ref draw);
            }
        }

        return Article.Of(
            id, number, draw.Below(World.Publishers), string.Create(CultureInfo.InvariantCulture, $"What was said in short, part {number}"), published, text, recorded);
    }
}
