using GuaranteeTracker.Api.Charts;

namespace GuaranteeTracker.Api.Actors;

/// <summary>The routes of images of one actor.</summary>
internal static class ActorImagesApi
{
    private static readonly LaneImages _images = new(
        "actor", "/actors", (record, id) => record.Catalogue.Actors.At(id, record.K) is not null, (record, id) => ActorChart.ReadAsync(record, id));

    public static void MapActorImages(this IEndpointRouteBuilder app) => _images.Map(app, "Actors", "getActorImage", "Where an actor stood over time");
}
