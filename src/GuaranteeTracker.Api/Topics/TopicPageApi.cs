using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Names;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Topics;

/// <summary>The routes of topics' pages.</summary>
internal static class TopicPageApi
{
    public static void MapTopicPages(this IEndpointRouteBuilder app)
    {
        app.MapPage("/topics", ListAsync);
        app.MapPage("/topics/{id}", GetAsync);
    }

    private static async Task<IResult> GetAsync(string id, PageAnswers pages, TopicPageReader reader, Moments moments, HttpContext http, CancellationToken cancellation)
    {
        return Problems.First(SpokenPeriod.TryRead(http, out var period), PageNumber.TryRead(http, out var page), moments.TryReadAsOf(http, out var asOf)) is { } first ? new ProblemResult(first)
            : !Slug.IsValid(id) ? new ProblemResult(Problems.NotFound("topic", "of that name"))
            : await pages.AnswerAsync<TopicPage>(http, async record => record.Catalogue.Topics.At(id, record.K) is null
                ? Problems.NotFound("topic", id)
                : await reader.ReadAsync(id, http.Request.Query.ContainsKey("asOf") ? asOf : null, asOf, period, page, http, record, cancellation), cancellation);
    }

    private static async Task<IResult> ListAsync(PageAnswers pages, Moments moments, HttpContext http, CancellationToken cancellation)
    {
        return Problems.First(PageNumber.TryRead(http, out var page), NameWish.TryRead(http, out var wish, mayBeBlank: true), moments.TryReadAsOf(http, out var asOf)) is { } first
            ? new ProblemResult(first)
            : await pages.AnswerAsync<TopicsPage>(http, record => TopicsPageReader.ReadAsync(asOf, wish, page, http, record), cancellation);
    }
}
