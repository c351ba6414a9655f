using System.Globalization;
using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Actors;
using GuaranteeTracker.Domain.Topics;

namespace GuaranteeTracker.Benchmarks.Generating;

/// <summary>Who there is, and what about: 200 actors with two speakers each, reporters, 300 topics; three years.</summary>
internal static class World
{
    public const int Actors = 200, SpeakersEach = 2, Reporters = 5, Topics = 300, Publishers = 40;

    /// <summary>One in so many actors dismisses its second speaker at some time.</summary>
    private const int Dismissing = 5;

    /// <summary>The days on which claims are said: from the first, inclusive, to the end, exclusive.</summary>
    public static readonly DateTime First = new(2023, 1, 1, 0, 0, 0, DateTimeKind.Utc), End = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly DateOnly _before = new(2022, 1, 1);

    private static readonly string[] _actors = Names("actor", Actors), _reporters = Names("reporter", Reporters), _topics = Names("topic", Topics);

    private static readonly string[][] _speakers = Array.ConvertAll(_actors, actor => Names($"{actor}-speaker", SpeakersEach));

    public static string Actor(int actor) => _actors[actor];

    public static string Topic(int topic) => _topics[topic];

    public static string Speaker(int actor, int speaker) => _speakers[actor][speaker];

    public static string Reporter(int reporter) => _reporters[reporter];

    /// <summary>Everybody and everything that claims refer to.</summary>
    public static IEnumerable<IFact> Registrations()
    {
        for (var i = 0; i < Actors; i++)
        {
            yield return new ActorRegistered(Actor(i), new($"Actor {i + 1}", ActorKind.State, [], []));
            for (var j = 0; j < SpeakersEach; j++)
            {
                yield return new ActorRegistered(Speaker(i, j), new($"Speaker {j + 1} of actor {i + 1}", ActorKind.Person, [], [new(Actor(i), _before, null)]));
            }
        }

        for (var i = 0; i < Reporters; i++)
        {
            yield return new ActorRegistered(Reporter(i), new($"Reporter {i + 1}", ActorKind.Person, [], []));
        }

        for (var i = 0; i < Topics; i++)
        {
            yield return new TopicRegistered(Topic(i), new($"Topic {i + 1}", $"What topic {i + 1} proposes is done before the agreement is signed."));
        }
    }

    /// <summary>Mandates that end, each with the instant at which that is recorded.</summary>
    public static IEnumerable<(DateTime At, MandateEnded Fact)> Dismissals()
    {
        for (var i = 0; i < Actors; i += Dismissing)
        {
            var at = First.AddDays(Draw.For(Draw.Kind.Mandate, i).Below((End - First).Days));
            yield return (at, new(Speaker(i, SpeakersEach - 1), Actor(i), _before, DateOnly.FromDateTime(at)));
        }
    }

    private static string[] Names(string of, int count) =>
        [.. Enumerable.Range(1, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{of}-{i:000}"))];
}
