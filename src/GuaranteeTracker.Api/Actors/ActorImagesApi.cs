using GuaranteeTracker.Api.Charts;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Actors;

/// <summary>The routes of images of one actor.</summary>
internal static class ActorImagesApi
{
    private const string Path = "/actors";

    public static void MapActorImages(this IEndpointRouteBuilder app) =>
        app.MapImages(Path + "/{id}", "Actors", "getActorImage", "Where an actor stood over time", Get, AddressParameter.KnownAt, AddressParameter.Version);

    private static Delegate Get(Format format) =>
        (string id, Snapshots snapshots, PublicAddress address, HttpContext http, CancellationToken cancellation) => GetAsync(format, id, snapshots, address, http, cancellation);

    private static async Task<IResult> GetAsync(Format format, string id, Snapshots snapshots, PublicAddress address, HttpContext http, CancellationToken cancellation) =>
        snapshots.Find(http, format) is { } kept ? kept
        : !Slug.IsValid(id) ? new ProblemResult(Problems.NotFound("actor", "of that name"))
        : await snapshots.AnswerAsync(http, $"{Path}/{id}.{format.Name}", [], record => DrawAsync(format, id, record, address), cancellation);

    private static async Task<object> DrawAsync(Format format, string id, KnownRecord record, PublicAddress address)
    {
        if (record.Catalogue.Actors.At(id, record.K) is null)
        {
            return Problems.NotFound("actor", id);
        }

        var lanes = await ActorChart.ReadAsync(record, id);
        return format.Write(LaneChart.Image(lanes, Provenance.Foot(lanes, record), Provenance.Address(address, $"{Path}/{id}", record)));
    }
}
