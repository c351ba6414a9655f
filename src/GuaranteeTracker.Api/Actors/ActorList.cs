using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Names;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Actors;
using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Api.Actors;

/// <summary>An actor as lists have it. Claims are the live ones, days those (UTC) from which they count.</summary>
/// <param name="Mandates">For whom it speaks, and on which days (UTC, inclusive).</param>
/// <param name="Claims">How many it makes.</param>
/// <param name="First">The first day of these; null where there are none.</param>
/// <param name="Last">The last; it may lie in the future.</param>
/// <param name="Spoken">How many name it as their speaker, whoever they speak for.</param>
/// <param name="Match">How it answers to <c>q</c>; null without one.</param>
/// <param name="Obvious">Nothing else answers as well.</param>
internal sealed record ActorInList(
    string Id, long Version, string Name, ActorKind Kind, ValueList<string> Aliases, ValueList<Mandate> Mandates,
    long Claims, DateOnly? First, DateOnly? Last, long Spoken, DateOnly? FirstSpoken, DateOnly? LastSpoken, NameMatch? Match, bool Obvious);

/// <summary>Actors by id, or by how well they answer to a name.</summary>
internal sealed class ActorList(Lists lists, ClaimCounts counts)
{
    public async Task<IResult> AnswerAsync(HttpContext http, string path, CancellationToken cancellation) =>
        Problems.First(KnownParameters.Refuse(http), NameWish.TryRead(http, out var wish)) is { } problem
            ? new ProblemResult(problem)
            : await lists.AnswerAsync(http, path, wish, record => NameLookup.Keyed(wish, Find(wish, record), actor => actor.Thing.State.Id), FinishAsync, cancellation);

    /// <summary>All actors where nothing is wished for, in no order.</summary>
    public static IEnumerable<Found<Known<Actor>>> Find(string? wish, KnownRecord record) => NameLookup.Find(record.Catalogue.Actors.AllAt(record.K), wish, NamesOf);

    private static NamedThing NamesOf(Known<Actor> actor) => new(actor.State.Id, actor.State.Content.Name, actor.State.Content.Aliases);

    private async Task<IReadOnlyList<ActorInList>> FinishAsync(KnownRecord record, IReadOnlyList<Found<Known<Actor>>> shown, CancellationToken cancellation)
    {
        var counted = await counts.OfActorsAsync([.. shown.Select(actor => actor.Thing.State.Id)], record, cancellation);
        return
        [
            .. from found in shown
               let actor = found.Thing.State
               let claims = counted[actor.Id].Claims
               let spoken = counted[actor.Id].Spoken
               select new ActorInList(
                   actor.Id, found.Thing.Version, actor.Content.Name, actor.Content.Kind, actor.Content.Aliases, actor.Content.Mandates,
                   claims.Claims, claims.First, claims.Last, spoken.Claims, spoken.First, spoken.Last, found.Match, found.Obvious),
        ];
    }
}
