using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Mementos;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;

namespace GuaranteeTracker.Api.Pictures;

/// <summary>The TimeGates and TimeMaps of pictures: of the page, and of its data.</summary>
internal static class PictureMementos
{
    public static void MapPictureMementos(this IEndpointRouteBuilder app)
    {
        AddressParameter[] page = [AddressParameter.Day, AddressParameter.Actor, AddressParameter.Topic];
        app.MapMementos("/picture", "Picture", "the picture", TryRead, page);
        app.MapMementos("/api/picture", "PictureData", "the picture's data", TryRead, [.. page, AddressParameter.View]);
    }

    private static Problem? TryRead(string path, HttpContext http, out Original original)
    {
        original = null!;
        var view = http.Request.Query["view"].ToString();
        var moments = http.RequestServices.GetRequiredService<Moments>();
        if (Problems.First(PicturesApi.RefuseView(view), Selections.TryRead(http, out var shown), moments.TryReadDate(http, "asOf", moments.Today, out var asOf)) is { } first)
        {
            return first;
        }

        var contents = http.RequestServices.GetRequiredService<Contents>();
        original = new(
            path, [$"asOf={Iso.Shortest(asOf)}", .. Selections.Write(shown), .. view == "cells" ? ["view=cells"] : Array.Empty<string>()],
            record => PictureHistory.ReadAsync(record, contents, asOf, shown));
        return null;
    }
}
