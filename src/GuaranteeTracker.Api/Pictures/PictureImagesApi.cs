using GuaranteeTracker.Api.Charts;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Pictures;

/// <summary>The routes of pictures as images.</summary>
internal static class PictureImagesApi
{
    private const string Path = "/picture";

    public static void MapPictureImages(this IEndpointRouteBuilder app) => app.MapImages(
        Path, "Pictures", "getPictureImage", "Who stood where at D, as known at K", Get,
        AddressParameter.AsOf, AddressParameter.KnownAt, AddressParameter.Actor, AddressParameter.Topic, AddressParameter.Version);

    private static Delegate Get(Format format) =>
        (Snapshots snapshots, PublicAddress address, HttpContext http, CancellationToken cancellation) => GetAsync(format, snapshots, address, http, cancellation);

    private static async Task<IResult> GetAsync(Format format, Snapshots snapshots, PublicAddress address, HttpContext http, CancellationToken cancellation) =>
        snapshots.Find(http, format) is { } kept ? kept
        : Selections.TryRead(http, out var shown) is { } unreadable ? new ProblemResult(unreadable)
        : await snapshots.AnswerAsync(
            http, $"{Path}.{format.Name}", Selections.Write(shown),
            async (asOf, record) => format.Write(await DrawAsync(http.Request.Query.ContainsKey("asOf") ? asOf : null, asOf, record, shown, address)), cancellation);

    /// <param name="asked">Null where D is the time of asking. Only its day is told then, so that the image is another one only when it says something else.</param>
    private static async Task<Drawing> DrawAsync(DateTime? asked, DateTime asOf, KnownRecord record, Selection shown, PublicAddress address)
    {
        var matrix = Matrix.Of(await record.OutlineAsync(asOf, shown), record, MatrixWindow.Image);
        var when = asked is { } given ? Words.Of(given) : Words.Of(DateOnly.FromDateTime(asOf));
        return MatrixChart.Draw(
            matrix, asked is null ? $"Who stands where, {when}" : $"Who stood where on {when}", $"As of {when}, {KnownInWords.Of(record.Known)}",
            Provenance.Address(address, Path, record, [$"asOf={(asked is { } d ? Words.Iso(d) : Words.Iso(DateOnly.FromDateTime(asOf)))}", .. Selections.Write(shown)]));
    }
}
