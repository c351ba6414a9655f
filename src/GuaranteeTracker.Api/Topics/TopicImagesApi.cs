using GuaranteeTracker.Api.Charts;

namespace GuaranteeTracker.Api.Topics;

/// <summary>The routes of images of one topic.</summary>
internal static class TopicImagesApi
{
    private static readonly LaneImages _images = new(
        "topic", "/topics", (record, id) => record.Catalogue.Topics.At(id, record.K) is not null, (record, id) => TopicChart.ReadAsync(record, id));

    public static void MapTopicImages(this IEndpointRouteBuilder app) => _images.Map(app, "Topics", "getTopicImage", "Where everybody stood on a topic over time");
}
