using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Domain.Dates;
using GuaranteeTracker.Domain.Pictures;
using Microsoft.AspNetCore.Components;

namespace GuaranteeTracker.Api.Pictures;

/// <summary>The pages of pictures: of any day, and those that never change.</summary>
internal static class PicturePageApi
{
    public static void MapPicturePages(this IEndpointRouteBuilder app)
    {
        app.MapPage("/", () => TypedResults.Redirect("/picture"));
        app.MapPage("/picture", ShowAsync);
        app.MapPage("/snapshots", PinAsync);
        app.MapPage("/snapshots/{asOf}/{knownAt}", ShowPinnedAsync<SnapshotPage>);
        app.MapPage("/embed/snapshots/{asOf}/{knownAt}", ShowPinnedAsync<EmbedPage>);
    }

    private static async Task<IResult> ShowAsync(
        Moments moments, PictureSheets sheets, PageAnswers pages, MementoLinks mementos, HttpContext http, CancellationToken cancellation)
    {
        if ((moments.TryReadAsOf(http, out var asOf) ?? Selections.TryRead(http, out _)) is { } unreadable)
        {
            return new ProblemResult(unreadable);
        }

        Selections.TryRead(http, out var shown);
        var query = http.Request.Query;
        var place = new PicturePlace(query.ContainsKey("knownAt") ? query["knownAt"].ToString() : null, IsPinned: false, shown);
        var isNow = !query.ContainsKey("asOf");
        return await pages.AnswerAsync<PicturePage>(
            http,
            async record => await sheets.GatherAsync(asOf, isNow, record, place, cancellation),
            cancellation,
            pinned => mementos.HeadersOf("/picture", Original(isNow ? moments.Today : asOf, shown), pinned));
    }

    /// <summary>To the page that shows this picture for ever, as it is known now.</summary>
    private static async Task<IResult> PinAsync(Moments moments, RecordReader records, HttpContext http, CancellationToken cancellation)
    {
        if ((moments.TryReadAsOf(http, out var asOf) ?? Selections.TryRead(http, out _)) is { } unreadable)
        {
            return new ProblemResult(unreadable);
        }

        Selections.TryRead(http, out var shown);
        var (record, _, problem) = await moments.ReadAsync(http, cancellation);
        if (record is null)
        {
            return new ProblemResult(problem!);
        }

        // What is recorded but not settled yet can be pinned a moment later; that moment is waited for.
        if (await records.ReadAsync(new Recording.Checkpoints.KnownAt.Sequence(record.K), cancellation) is null)
        {
            return new ProblemResult(new(422, "unknown-moment", "The record is not settled yet. Ask again in a few seconds."));
        }

        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Redirect(new PicturePlace(KnownAt.Write(record.K), IsPinned: true, shown).At(Words.Iso(asOf)));
    }

    private static async Task<IResult> ShowPinnedAsync<TPage>(
        string asOf, string knownAt, Moments moments, PictureSheets sheets, PageAnswers pages, MementoLinks mementos, HttpContext http, CancellationToken cancellation)
        where TPage : IComponent
    {
        if (!IsoMoment.TryParse(asOf, out var moment, out var because))
        {
            return new ProblemResult(Problems.BadParameter("asOf", because));
        }

        if (Selections.TryRead(http, out var shown) is { } unreadable)
        {
            return new ProblemResult(unreadable);
        }

        var (record, problem) = await moments.ReadAsync(knownAt, "knownAt", cancellation);
        return record is null
            ? new ProblemResult(problem!)
            : await pages.AnswerAsync<TPage>(
                http,
                await sheets.GatherAsync(moment.End, isNow: false, record, new PicturePlace(KnownAt.Write(record.K), IsPinned: true, shown), cancellation),
                record.Known, mementos.HeadersOf("/snapshots", Original(moment.End, shown), record.Known), cancellation);
    }

    /// <summary>The parameters of the picture that this is a state of.</summary>
    private static IEnumerable<string> Original(DateTime asOf, Selection shown) => Selections.Write(shown).Prepend($"asOf={Words.Iso(asOf)}");
}
