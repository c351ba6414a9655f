using System.Globalization;
using System.Text;
using System.Text.Json;
using GuaranteeTracker.Api.Replaying;
using GuaranteeTracker.Benchmarks.Generating;
using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Actors;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Benchmarks.Ingesting;

/// <summary>The lines of a large import, as an export has them but for when they were recorded: who there is, articles with their claims, and some time after them what becomes of some.</summary>
internal sealed class ImportLines(long seed, long claims)
{
    /// <summary>What becomes of an article's claims comes so many articles later.</summary>
    private const int Later = 200;

    private readonly ShortArticles _articles = new(seed, claims);
    private readonly Queue<(long Article, long Version, IClaimFact Fact)> _later = new();

    /// <summary>With their ends, UTF-8.</summary>
    public IEnumerable<byte[]> All()
    {
        foreach (var fact in World.Registrations())
        {
            yield return fact is ActorRegistered actor ? Line(StepKind.Actor, actor.Actor, FactRequests.Of(actor.Content), 1) : Line(fact, 1);
        }

        for (var number = 0L; number < _articles.Count; number++)
        {
            foreach (var line in Publish(number).Concat(Due(number)))
            {
                yield return line;
            }
        }

        foreach (var line in Due(long.MaxValue))
        {
            yield return line;
        }
    }

    private IEnumerable<byte[]> Publish(long number)
    {
        var article = _articles.Write(number);
        yield return Line(StepKind.Source, article.Source.Source.ToString(), FactRequests.Of(article.Source, article.Text), 1);
        for (var i = 0; i < article.Claims.Count; i++)
        {
            var (claim, version) = (article.Claims[i], 1L);
            yield return Line(claim, version);
            foreach (var fact in Following.To(claim, Fates.Of(number, i)).Where(fact => fact is not ClaimCorrected corrected || corrected.Content != claim.Content))
            {
                _later.Enqueue((number, ++version, fact));
            }
        }
    }

    private IEnumerable<byte[]> Due(long number)
    {
        while (_later.TryPeek(out var next) && next.Article <= number - Later)
        {
            _later.Dequeue();
            yield return Line(next.Fact, next.Version);
        }
    }

    private static byte[] Line(IFact fact, long version)
    {
        var (kind, id, request) = FactRequests.Of(fact);
        return Line(kind, id, request, version);
    }

    private static byte[] Line(StepKind kind, string id, object request, long version) =>
    [
        .. Encoding.UTF8.GetBytes($$"""{"type":"{{EnumWords.Of(kind)}}","id":"{{id}}","""), .. JsonSerializer.SerializeToUtf8Bytes(request, request.GetType(), FactRequests.Options).AsSpan(1..^1),
        .. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$""","version":{{version}}}""")), (byte)'\n',
    ];
}
