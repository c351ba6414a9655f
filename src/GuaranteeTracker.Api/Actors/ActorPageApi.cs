using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Names;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Actors;

/// <summary>The routes of actors' pages.</summary>
internal static class ActorPageApi
{
    public static void MapActorPages(this IEndpointRouteBuilder app)
    {
        app.MapPage("/actors", ListAsync);
        app.MapPage("/actors/{id}", GetAsync);
    }

    private static async Task<IResult> GetAsync(string id, PageAnswers pages, ActorPageReader reader, HttpContext http, CancellationToken cancellation)
    {
        return Problems.First(SpokenPeriod.TryRead(http, out var period), PageNumber.TryRead(http, out var page), TryReadTopic(http, out var topic)) is { } first ? new ProblemResult(first)
            : !Slug.IsValid(id) ? new ProblemResult(Problems.NotFound("actor", "of that name"))
            : await pages.AnswerAsync<ActorPage>(http, async record => record.Catalogue.Actors.At(id, record.K) is not { } actor
                ? Problems.NotFound("actor", id)
                : await reader.ReadAsync(actor.State, topic, period, page, http, record, cancellation), cancellation);
    }

    private static async Task<IResult> ListAsync(PageAnswers pages, Moments moments, HttpContext http, CancellationToken cancellation)
    {
        return Problems.First(PageNumber.TryRead(http, out var page), NameWish.TryRead(http, out var wish, mayBeBlank: true), moments.TryReadAsOf(http, out var asOf)) is { } first
            ? new ProblemResult(first)
            : await pages.AnswerAsync<ActorsPage>(http, record => ActorsPageReader.ReadAsync(asOf, wish, page, http, record), cancellation);
    }

    /// <summary>Here one topic at most makes sense: more than one is what the page shows without it.</summary>
    private static Problem? TryReadTopic(HttpContext http, out string? topic)
    {
        var problem = Selections.TryRead(http, out var shown);
        topic = shown.Topics.FirstOrDefault();
        return problem ?? (shown.Topics.Count > 1 ? Problems.BadParameter("topic", "Send topic once; without it the page shows all of them.") : null);
    }
}
