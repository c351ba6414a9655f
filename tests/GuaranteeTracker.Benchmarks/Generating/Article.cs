using System.Globalization;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Sources;

namespace GuaranteeTracker.Benchmarks.Generating;

/// <summary>A source and the claims in it: 20 to 30, about six topics.</summary>
internal sealed record Article(SourceRegistered Source, string Text, IReadOnlyList<ClaimRecorded> Claims)
{
    private const int TopicsAnArticle = 6, FewestClaims = 20, MoreClaims = 11;

    private static readonly Act[] _acts = Enum.GetValues<Act>();

    public static Guid IdOf(long article) => Draw.For(Draw.Kind.ArticleId, article).Id();

    public static Guid ClaimId(long article, int claim) => Draw.For(Draw.Kind.ClaimId, article, claim).Id();

    public static int CountClaims(long article) => FewestClaims + Draw.For(Draw.Kind.Article, article, 1).Below(MoreClaims);

    /// <summary>The same for the same scale and number, whichever were written before.</summary>
    public static Article Write(Scale scale, long article)
    {
        var draw = Draw.For(Draw.Kind.Article, article);
        var (published, text, id) = (scale.Published(article), new ArticleText(), IdOf(article));
        var topics = new int[TopicsAnArticle];
        foreach (ref var topic in topics.AsSpan())
        {
            topic = draw.Below(World.Topics);
        }

        var claims = new ClaimRecorded[CountClaims(article)];
        for (var i = 0; i < claims.Length; i++)
        {
            var claim = Draw.For(Draw.Kind.Claim, article, i);
            claims[i] = new(ClaimId(article, i), Content(ref claim, scale, published, id, draw.Of(topics), text));
        }

        return Of(id, article, draw.Below(World.Publishers), string.Create(CultureInfo.InvariantCulture, $"What was said about {topics.Length} topics, part {article}"), published, text, claims);
    }

    /// <param name="text">With every passage that the claims quote.</param>
    public static Article Of(Guid id, long number, int publisher, string title, DateTime published, ArticleText text, IReadOnlyList<ClaimRecorded> claims)
    {
        var source = SourceText.TryNormalise(text.ToString(), out var normalised, out var because) ? normalised : throw new FormatException(because);
        return new(
            new(id, string.Create(CultureInfo.InvariantCulture, $"https://publisher-{publisher:00}.example/articles/{number}"), $"Publisher {publisher}",
                title, DateOnly.FromDateTime(published), "en", source.Sha256, source.CodePoints, null),
            source.Text, claims);
    }

    public static ClaimContent Content(ref Draw draw, Scale scale, DateTime published, Guid source, int topic, ArticleText text)
    {
        var actor = draw.Below(World.Actors);
        var voice = Saying.Voice(ref draw);
        var stance = Stances.At(scale, actor, topic, published);
        stance = draw.Chance(voice is Voice.Hearsay ? 0.3 : 0.02) ? Stances.Other(ref draw, stance) : stance;
        var venue = draw.Chance(0.3) ? "press conference" : null;
        return new(
            World.Actor(actor), World.Topic(topic), stance, draw.Of(_acts), voice, Saying.Speaker(ref draw, voice, actor),
            voice is Voice.Hearsay ? World.Reporter(draw.Below(World.Reporters)) : null, Saying.Stated(ref draw, published),
            venue, Wording.Summary(World.Actor(actor), World.Topic(topic), venue ?? "letter"),
            Wording.Conditions(ref draw), Wording.Terms(ref draw), new(source, draw.Chance(0.3) ? [text.Quote(ref draw), text.Quote(ref draw)] : [text.Quote(ref draw)]));
    }
}
