using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Actors;
using GuaranteeTracker.Domain.Sources;
using GuaranteeTracker.Domain.Topics;

namespace GuaranteeTracker.Benchmarks.Generating;

/// <summary>The whole record in the order of its sequence, told without ever being held: what is said is recorded some hours later, but for what comes late.</summary>
internal sealed class History(Scale scale)
{
    private readonly PriorityQueue<Planned, (DateTime At, long Order)> _later = new();
    private DateTime _now = World.First.AddDays(-1);
    private long _sequence, _order;

    public IEnumerable<Recorded> Tell()
    {
        foreach (var fact in World.Registrations())
        {
            yield return Record(_now, new(Registration(fact), 1, Versions(fact), fact));
        }

        foreach (var (at, dismissal) in World.Dismissals())
        {
            Plan(at, new(Streams.Actor(dismissal.Actor), 2, 2, dismissal));
        }

        for (var article = 0L; article < scale.Articles; article++)
        {
            Plan(scale.Published(article) + Fates.Delay(article), new(null!, 1, 1, null!, Article: article));
            var nothingBefore = article + 1 < scale.Articles ? scale.Published(article + 1) : DateTime.MaxValue;
            while (_later.TryPeek(out _, out var due) && due.At < nothingBefore)
            {
                foreach (var recorded in Next())
                {
                    yield return recorded;
                }
            }
        }
    }

    private IEnumerable<Recorded> Next()
    {
        _later.TryDequeue(out var planned, out var due);
        return planned!.Article is { } article ? Publish(article, due.At) : [Record(due.At, planned)];
    }

    private IEnumerable<Recorded> Publish(long number, DateTime at)
    {
        var article = Article.Write(scale, number);
        var withdrawal = Fates.Withdrawal(number);
        yield return Record(at, new(Streams.Source(article.Source.Source), 1, withdrawal is null ? 1 : 2, article.Source, Text: article.Text));
        for (var i = 0; i < article.Claims.Count; i++)
        {
            var claim = article.Claims[i];
            var (stream, following) = (Streams.Claim(claim.Claim), Following.To(claim, Fates.Of(number, i)));
            yield return Record(at, new(stream, 1, 1 + following.Count, claim, article.Source));
            for (var j = 0; j < following.Count; j++)
            {
                Plan(_now + (Fates.After(number, i) * (j + 1)), new(stream, 2 + j, 1 + following.Count, following[j], article.Source));
            }
        }

        if (withdrawal is { } after)
        {
            Plan(_now + after, new(Streams.Source(article.Source.Source), 2, 2, new SourceWithdrawn(article.Source.Source, "The publisher took it back.")));
        }
    }

    private void Plan(DateTime at, Planned planned) => _later.Enqueue(planned, (at, _order++));

    private Recorded Record(DateTime due, Planned planned)
    {
        var next = _now.AddMicroseconds(1);
        _now = due > next ? due.AddTicks(-(due.Ticks % TimeSpan.TicksPerMicrosecond)) : next;
        return new(++_sequence, _now, planned.Stream, planned.Version, planned.Versions, planned.Fact, planned.Source, planned.Text);
    }

    private static string Registration(IFact fact) => fact switch
    {
        ActorRegistered e => Streams.Actor(e.Actor),
        TopicRegistered e => Streams.Topic(e.Topic),
        _ => throw new NotSupportedException($"{fact.GetType().Name} registers nothing."),
    };

    private static int Versions(IFact fact) => fact is ActorRegistered e && World.Dismissals().Any(dismissal => dismissal.Fact.Actor == e.Actor) ? 2 : 1;

    /// <summary>A fact to record, or the number of an article.</summary>
    private sealed record Planned(string Stream, int Version, int Versions, IFact Fact, SourceRegistered? Source = null, string? Text = null, long? Article = null);
}
