using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Mementos;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;

namespace GuaranteeTracker.Api.Timelines;

/// <summary>The TimeGates and TimeMaps of timelines: of the page, and of its data.</summary>
internal static class TimelineMementos
{
    public static void MapTimelineMementos(this IEndpointRouteBuilder app)
    {
        AddressParameter[] parameters = [AddressParameter.Since, AddressParameter.Until, AddressParameter.Actor, AddressParameter.Topic];
        app.MapMementos("/timeline", "Timeline", "the timeline", TryRead, parameters);
        app.MapMementos("/api/timeline", "TimelineData", "the timeline's data", TryRead, parameters);
    }

    private static Problem? TryRead(string path, HttpContext http, out Original original)
    {
        original = null!;
        if (TimelineApi.TryRead(http, out var period, out var shown) is { } unreadable)
        {
            return unreadable;
        }

        var contents = http.RequestServices.GetRequiredService<Contents>();
        original = new(path, [.. period.Reach.Write(), .. Selections.Write(shown)], record => TimelineHistory.ReadAsync(record, contents, period.Reach, shown));
        return null;
    }
}
