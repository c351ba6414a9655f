using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Pictures;

/// <summary>The routes of pictures.</summary>
internal static class PicturesApi
{
    /// <summary>More positions than this are answered as cells only.</summary>
    private const int MostPositions = 2_000;

    private const string PicturePath = "/api/picture", ContradictionsPath = "/api/contradictions";

    public static void MapPictures(this IEndpointRouteBuilder app)
    {
        var pictures = app.MapGroup("").WithTags("Pictures");
        pictures.MapRead(PicturePath, GetPictureAsync).Reads<PictureAnswer>("getPicture", "Who stood where at D, as known at K")
            .WithDescription("With asOf and knownAt given it is a snapshot: it never changes.")
            .Takes(AddressParameter.AsOf, AddressParameter.KnownAt, AddressParameter.Actor, AddressParameter.Topic, AddressParameter.View, AddressParameter.Version);
        pictures.MapRead(ContradictionsPath, GetContradictionsAsync).Reads<ContradictionsAnswer>("getContradictions", "Claims of a picture that cannot both describe the actor")
            .Takes(AddressParameter.AsOf, AddressParameter.KnownAt, AddressParameter.Actor, AddressParameter.Topic, AddressParameter.Version);
    }

    private static async Task<IResult> GetPictureAsync(Snapshots snapshots, PictureReader pictures, HttpContext http, CancellationToken cancellation)
    {
        if (snapshots.Find(http) is { } kept)
        {
            return kept;
        }

        var view = http.Request.Query["view"].ToString();
        if (RefuseView(view) is { } noView)
        {
            return new ProblemResult(noView);
        }

        if (Selections.TryRead(http, out var shown) is { } unreadable)
        {
            return new ProblemResult(unreadable);
        }

        return view == "cells"
            ? await snapshots.AnswerAsync(http, PicturePath, Selections.Write(shown).Append("view=cells"), (asOf, record) => ShowCellsAsync(asOf, record, shown, pictures, cancellation), cancellation)
            : await snapshots.AnswerAsync(http, PicturePath, Selections.Write(shown), (asOf, record) => ShowPositionsAsync(asOf, record, shown, pictures, cancellation), cancellation);
    }

    private static async Task<object> ShowCellsAsync(DateTime asOf, KnownRecord record, Selection shown, PictureReader pictures, CancellationToken cancellation)
    {
        var outline = await record.OutlineAsync(asOf, shown);
        return new CellsAnswer(asOf, record.Known, await pictures.ShortenAsync(outline, record, cancellation), outline.Contradictions, outline.Counts);
    }

    private static async Task<object> ShowPositionsAsync(DateTime asOf, KnownRecord record, Selection shown, PictureReader pictures, CancellationToken cancellation)
    {
        var outline = await record.OutlineAsync(asOf, shown, withRuns: true);
        if (RefuseSize(outline.Counts) is { } problem)
        {
            return problem;
        }

        var picture = await pictures.SpeakAsync(outline, asOf, record, cancellation);
        return new PictureAnswer(asOf, record.Known, picture.Topics, picture.Contradictions, picture.Counts);
    }

    private static async Task<IResult> GetContradictionsAsync(Snapshots snapshots, HttpContext http, CancellationToken cancellation) =>
        snapshots.Find(http) is { } kept ? kept
        : Selections.TryRead(http, out var shown) is { } unreadable ? new ProblemResult(unreadable)
        : await snapshots.AnswerAsync(
            http, ContradictionsPath, Selections.Write(shown),
            async (asOf, record) => new ContradictionsAnswer(asOf, record.Known, (await record.OutlineAsync(asOf, shown)).Contradictions), cancellation);

    /// <summary>Null for a view there is.</summary>
    internal static Problem? RefuseView(string view) =>
        view is "" or "positions" or "cells" ? null : Problems.BadParameter("view", "Send view=positions (the default) or view=cells.");

    internal static Problem? RefuseSize(Counts counts) => counts.Cells <= MostPositions
        ? null
        : new Problem(422, "too-many-positions", $"This picture has {counts.Cells} positions; ask for view=cells, or narrow it with topic= or actor= to at most {MostPositions}.");
}
