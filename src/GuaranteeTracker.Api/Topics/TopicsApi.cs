using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain.Topics;
using Marten;

namespace GuaranteeTracker.Api.Topics;

/// <summary>The routes of topics.</summary>
internal static class TopicsApi
{
    private const string Path = "/api/topics";

    public static void MapTopics(this IEndpointRouteBuilder app)
    {
        var topics = app.MapGroup(Path).WithTags("Topics");
        topics.MapPut("/{id}", SetAsync).Records<TopicView>("setTopic", "Register a topic, or change it", creates: true)
            .WithDescription("The whole content: what is left out is empty. A content already recorded is a repeat; any other change needs If-Match.");
        topics.MapRead("", ListAsync).Reads<ListPage<TopicInList>>("listTopics", "All topics, by id; or those that answer to words, the best first").Takes([AddressParameter.Wish, .. AddressParameter.Paging, AddressParameter.Format("json")])
            .WithDescription("With claims counted, as known at the last checkpoint. At most one is obvious: the first, where nothing else answers to q as well.");
        topics.MapRead("/{id}", GetAsync).Reads<TopicView>("getTopic", "A topic, as it is now");
    }

    private static Task<IResult> SetAsync(string id, SetTopic request, RecordingEndpoint endpoint, HttpContext http, CancellationToken cancellation) =>
        endpoint.RunAsync(http, request, TopicRecordings.Of(id, request), cancellation);

    private static Task<IResult> ListAsync(TopicList topics, HttpContext http, CancellationToken cancellation) => topics.AnswerAsync(http, Path, cancellation);

    private static async Task<IResult> GetAsync(string id, IQuerySession session, HttpContext http, CancellationToken cancellation) =>
        await TopicView.FindAsync(session, id, cancellation) is { } topic
            ? ReadAnswer.Versioned(http, topic, topic.Version)
            : new ProblemResult(Problems.NotFound("topic", id));
}
