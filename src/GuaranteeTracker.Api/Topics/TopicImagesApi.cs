using GuaranteeTracker.Api.Charts;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Topics;

/// <summary>The routes of images of one topic.</summary>
internal static class TopicImagesApi
{
    private const string Path = "/topics";

    public static void MapTopicImages(this IEndpointRouteBuilder app) =>
        app.MapImages(Path + "/{id}", "Topics", "getTopicImage", "Where everybody stood on a topic over time", Get, AddressParameter.KnownAt, AddressParameter.Version);

    private static Delegate Get(Format format) =>
        (string id, Snapshots snapshots, PublicAddress address, HttpContext http, CancellationToken cancellation) => GetAsync(format, id, snapshots, address, http, cancellation);

    private static async Task<IResult> GetAsync(Format format, string id, Snapshots snapshots, PublicAddress address, HttpContext http, CancellationToken cancellation) =>
        snapshots.Find(http, format) is { } kept ? kept
        : !Slug.IsValid(id) ? new ProblemResult(Problems.NotFound("topic", "of that name"))
        : await snapshots.AnswerAsync(http, $"{Path}/{id}.{format.Name}", [], record => DrawAsync(format, id, record, address), cancellation);

    private static async Task<object> DrawAsync(Format format, string id, KnownRecord record, PublicAddress address)
    {
        if (record.Catalogue.Topics.At(id, record.K) is null)
        {
            return Problems.NotFound("topic", id);
        }

        var lanes = await TopicChart.ReadAsync(record, id);
        return format.Write(LaneChart.Image(lanes, Provenance.Foot(lanes, record), Provenance.Address(address, $"{Path}/{id}", record)));
    }
}
