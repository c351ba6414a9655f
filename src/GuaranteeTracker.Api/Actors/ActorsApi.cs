using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain.Actors;
using Marten;

namespace GuaranteeTracker.Api.Actors;

/// <summary>The routes of actors.</summary>
internal static class ActorsApi
{
    private const string Path = "/api/actors";

    public static void MapActors(this IEndpointRouteBuilder app)
    {
        var actors = app.MapGroup(Path).WithTags("Actors");
        actors.MapPut("/{id}", SetAsync).Records<ActorView>("setActor", "Register an actor, or change it", creates: true)
            .WithDescription("The whole content: what is left out is empty. A content already recorded is a repeat; any other change needs If-Match.");
        actors.MapRead("", ListAsync).Reads<ListPage<ActorInList>>("listActors", "All actors, by id; or those that answer to a name, the best first").Takes([AddressParameter.Wish, .. AddressParameter.Paging, AddressParameter.Format("json")])
            .WithDescription("With claims counted, as known at the last checkpoint. At most one is obvious: the first, where nothing else answers to q as well.");
        actors.MapRead("/{id}", GetAsync).Reads<ActorView>("getActor", "An actor, as it is now");
    }

    private static Task<IResult> SetAsync(string id, SetActor request, RecordingEndpoint endpoint, HttpContext http, CancellationToken cancellation) =>
        endpoint.RunAsync(http, request, ActorRecordings.Of(id, request), cancellation);

    private static Task<IResult> ListAsync(ActorList actors, HttpContext http, CancellationToken cancellation) => actors.AnswerAsync(http, Path, cancellation);

    private static async Task<IResult> GetAsync(string id, IQuerySession session, HttpContext http, CancellationToken cancellation) =>
        await ActorView.FindAsync(session, id, cancellation) is { } actor
            ? ReadAnswer.Versioned(http, actor, actor.Version)
            : new ProblemResult(Problems.NotFound("actor", id));
}
