using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
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

    private static async Task<IResult> GetPictureAsync(Snapshots snapshots, HttpContext http, CancellationToken cancellation)
    {
        var view = http.Request.Query["view"].ToString();
        if (view is not ("" or "positions" or "cells"))
        {
            return new ProblemResult(Problems.BadParameter("view", "Send view=positions (the default) or view=cells."));
        }

        if (Selections.TryRead(http, out var shown) is { } unreadable)
        {
            return new ProblemResult(unreadable);
        }

        return await snapshots.AnswerAsync(
            http, PicturePath, view == "cells" ? Filters(shown).Append("view=cells") : Filters(shown),
            (asOf, record) => Dress(view, asOf, record, shown), cancellation);
    }

    private static async Task<IResult> GetContradictionsAsync(Snapshots snapshots, HttpContext http, CancellationToken cancellation) =>
        Selections.TryRead(http, out var shown) is { } unreadable
            ? new ProblemResult(unreadable)
            : await snapshots.AnswerAsync(
                http, ContradictionsPath, Filters(shown),
                (asOf, record) => new ContradictionsAnswer(asOf, record.Known, Picture.Of(record.Knowledge, asOf, shown).Contradictions), cancellation);

    /// <summary>The picture as it is answered, or why it is not.</summary>
    private static object Dress(string view, DateTime asOf, KnownRecord record, Selection shown)
    {
        var (known, knowledge) = record;
        var outline = Outline.Of(knowledge, asOf, shown);
        if (view == "cells")
        {
            return new CellsAnswer(asOf, known, [.. outline.Topics.Select(topic => TopicCells.Of(topic, knowledge.LabelOf, knowledge.ContentOf))], outline.Contradictions, outline.Counts);
        }

        if (RefuseSize(outline.Counts) is { } problem)
        {
            return problem;
        }

        var picture = Picture.Of(knowledge, asOf, shown);
        return new PictureAnswer(asOf, known, picture.Topics, picture.Contradictions, picture.Counts);
    }

    internal static Problem? RefuseSize(Counts counts) => counts.Cells <= MostPositions
        ? null
        : new Problem(422, "too-many-positions", $"This picture has {counts.Cells} positions; ask for view=cells, or narrow it with topic= or actor= to at most {MostPositions}.");

    private static IEnumerable<string> Filters(Selection shown) =>
        [.. shown.Actors.Order(StringComparer.Ordinal).Select(id => $"actor={id}"), .. shown.Topics.Order(StringComparer.Ordinal).Select(id => $"topic={id}")];
}
