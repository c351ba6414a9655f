using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Pictures;

/// <summary>The routes of pictures.</summary>
internal static class PicturesApi
{
    /// <summary>More positions than this are answered as cells only.</summary>
    private const int MostPositions = 2_000;

    public static void MapPictures(this IEndpointRouteBuilder app)
    {
        var pictures = app.MapGroup("/api").WithTags("Pictures");
        pictures.MapRead("/picture", GetPictureAsync).Reads<PictureAnswer>("getPicture", "Who stood where at D, as known at K")
            .WithDescription("With asOf and knownAt given it is a snapshot: it never changes.")
            .Takes(AddressParameter.AsOf, AddressParameter.KnownAt, AddressParameter.Actor, AddressParameter.Topic, AddressParameter.View, AddressParameter.Version);
        pictures.MapRead("/contradictions", GetContradictionsAsync).Reads<ContradictionsAnswer>("getContradictions", "Claims of a picture that cannot both describe the actor")
            .Takes(AddressParameter.AsOf, AddressParameter.KnownAt, AddressParameter.Actor, AddressParameter.Topic);
    }

    private static async Task<IResult> GetPictureAsync(Moments moments, HttpContext http, CancellationToken cancellation)
    {
        var view = http.Request.Query["view"].ToString();
        if (view is not ("" or "positions" or "cells"))
        {
            return new ProblemResult(Problems.BadParameter("view", "Send view=positions (the default) or view=cells."));
        }

        if (http.Request.Query["v"].ToString() is not ("" or "1"))
        {
            return new ProblemResult(Problems.BadParameter("v", "There is version 1 only: v=1."));
        }

        return await AnswerAsync(moments, http, (asOf, known, picture) =>
            view == "cells"
                ? new CellsAnswer(asOf, known, [.. picture.Topics.Select(TopicCells.Of)], picture.Contradictions, picture.Counts)
            : picture.Counts.Cells <= MostPositions
                ? new PictureAnswer(asOf, known, picture.Topics, picture.Contradictions, picture.Counts)
            : new Problem(422, "too-many-positions", $"This picture has {picture.Counts.Cells} positions; ask for view=cells, or narrow it with topic= or actor= to at most {MostPositions}."), cancellation);
    }

    private static Task<IResult> GetContradictionsAsync(Moments moments, HttpContext http, CancellationToken cancellation) =>
        AnswerAsync(moments, http, (asOf, known, picture) => new ContradictionsAnswer(asOf, known, picture.Contradictions), cancellation);

    private static async Task<IResult> AnswerAsync(
        Moments moments, HttpContext http, Func<DateTime, Known, Picture, object> dress, CancellationToken cancellation)
    {
        if ((moments.TryReadAsOf(http, out var asOf) ?? Selections.TryRead(http, out var shown)) is { } unreadable)
        {
            return new ProblemResult(unreadable);
        }

        Selections.TryRead(http, out shown);
        var (record, pinned, problem) = await moments.ReadAsync(http, cancellation);
        if (record is null)
        {
            return new ProblemResult(problem!);
        }

        var answer = dress(asOf, record.Known, Picture.Of(record.Knowledge, asOf, shown));
        return answer is Problem refused ? new ProblemResult(refused)
            : pinned && http.Request.Query.ContainsKey("asOf") && http.Request.Query.ContainsKey("v") ? Reading.Pinned(http, answer)
            : Reading.Current(http, answer);
    }
}
