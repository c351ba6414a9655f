using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Ledger;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Pictures;

/// <summary>The routes of pictures.</summary>
internal static class PicturesApi
{
    /// <summary>More positions than this are answered as cells only.</summary>
    private const int MostPositions = 2_000;

    private static readonly Format[] _formats = [Format.Json, Format.Csv];

    private const string PicturePath = "/api/picture", ContradictionsPath = "/api/contradictions";

    public static void MapPictures(this IEndpointRouteBuilder app)
    {
        var pictures = app.MapGroup("").WithTags("Pictures");
        pictures.MapRead(PicturePath, GetPictureAsync).Reads<PictureAnswer>("getPicture", "Who stood where at D, as known at K", Access.Reading, "application/json", "text/csv")
            .WithDescription("With asOf and knownAt given it is a snapshot: it never changes. The schema is that of format=json; docs/formats.md tells of the table's columns.")
            .Takes(
                AddressParameter.AsOf, AddressParameter.KnownAt, AddressParameter.Actor, AddressParameter.Topic, AddressParameter.View, AddressParameter.Version,
                AddressParameter.Format("json or csv"));
        pictures.MapRead(ContradictionsPath, GetContradictionsAsync).Reads<ContradictionsAnswer>("getContradictions", "Claims of a picture that cannot both describe the actor")
            .Takes(AddressParameter.AsOf, AddressParameter.KnownAt, AddressParameter.Actor, AddressParameter.Topic, AddressParameter.Version);
    }

    private static async Task<IResult> GetPictureAsync(
        Snapshots snapshots, PictureReader pictures, LedgerCheckpoints checkpoints, PublicAddress address, HttpContext http, CancellationToken cancellation)
    {
        if (Formats.Choose(http.Request, _formats) is not { } format)
        {
            return new ProblemResult(ProblemHandling.OfStatus(StatusCodes.Status406NotAcceptable));
        }

        if (snapshots.Find(http, format) is { } kept)
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

        string[] query = view == "cells" ? [.. Selections.Write(shown), "view=cells"] : [.. Selections.Write(shown)];
        string[] filters = format == Format.Json ? query : [.. query, $"format={format.Name}"];
        return await snapshots.AnswerAsync(http, PicturePath, filters, AnswerAsync, cancellation);

        async Task<object> AnswerAsync(DateTime asOf, KnownRecord record)
        {
            var answer = view == "cells" ? await ShowCellsAsync(asOf, record, shown, pictures, cancellation) : await ShowPositionsAsync(asOf, record, shown, pictures, cancellation);
            return format == Format.Json || answer is Problem ? answer
                : PictureExport.Write(answer, asOf, string.Join('&', query), snapshots.Pin(PicturePath, filters, record.Known, asOf), record, await checkpoints.CoveringAsync(record.Known, cancellation), address);
        }
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
