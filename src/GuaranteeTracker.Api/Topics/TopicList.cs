using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Names;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Timelines;
using GuaranteeTracker.Domain.Topics;

namespace GuaranteeTracker.Api.Topics;

/// <summary>A topic as lists have it. Claims are the live ones, days those (UTC) from which they count.</summary>
/// <param name="Actors">How many actors have a claim on it.</param>
/// <param name="First">The first day; null where there are no claims.</param>
/// <param name="Last">The last; it may lie in the future.</param>
/// <param name="Match">How it answers to <c>q</c>; null without one.</param>
/// <param name="Obvious">Nothing else answers as well.</param>
internal sealed record TopicInList(
    string Id, long Version, string Title, string Proposition, long Claims, long Actors, DateOnly? First, DateOnly? Last, NameMatch? Match, bool Obvious);

/// <summary>Topics by id, or by how well they answer to words of theirs.</summary>
internal sealed class TopicList(Lists lists, ClaimCounts counts)
{
    public async Task<IResult> AnswerAsync(HttpContext http, string path, CancellationToken cancellation) =>
        Problems.First(KnownParameters.Refuse(http), NameWish.TryRead(http, out var wish)) is { } problem
            ? new ProblemResult(problem)
            : await lists.AnswerAsync(http, path, wish, record => NameLookup.Keyed(wish, Find(wish, record), topic => topic.Thing.State.Id), FinishAsync, cancellation);

    /// <summary>All topics where nothing is wished for, in no order.</summary>
    public static IEnumerable<Found<Known<Topic>>> Find(string? wish, KnownRecord record) => NameLookup.Find(record.Catalogue.Topics.AllAt(record.K), wish, NamesOf);

    private static NamedThing NamesOf(Known<Topic> topic) => new(topic.State.Id, topic.State.Content.Title, [], topic.State.Content.Proposition);

    private async Task<IReadOnlyList<TopicInList>> FinishAsync(KnownRecord record, IReadOnlyList<Found<Known<Topic>>> shown, CancellationToken cancellation)
    {
        var counted = await counts.OfTopicsAsync([.. shown.Select(topic => topic.Thing.State.Id)], record, cancellation);
        return
        [
            .. from found in shown
               let topic = found.Thing.State
               let claims = counted[topic.Id].Claims
               select new TopicInList(
                   topic.Id, found.Thing.Version, topic.Content.Title, topic.Content.Proposition, claims.Claims, claims.Actors, claims.First, claims.Last, found.Match, found.Obvious),
        ];
    }
}
