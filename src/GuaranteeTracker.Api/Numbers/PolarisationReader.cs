using System.Globalization;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Networks;
using GuaranteeTracker.Domain.Numbers;

namespace GuaranteeTracker.Api.Numbers;

/// <summary>Tells how far agreement divides the actors, of what the record holds.</summary>
internal static class PolarisationReader
{
    private static readonly Problem _tooMuch = new(
        422, "too-many-edges",
        $"The networks of these windows are too large to be split: more than {Number(NetworkMaker.MostNodes)} actors, {Number(NetworkMaker.MostParts)} actors and edges in all, or too much work. "
        + "Narrow it with from=, to= or topic=, or send a longer step.");

    /// <returns>A <see cref="PolarisationAnswer"/>, or why there is none.</returns>
    public static async Task<object> ReadAsync(PolarisationRequest request, KnownRecord record, CancellationToken cancellation)
    {
        var reach = request.Period.Reach;
        var claims = SidedClaims.Between(await record.TimelinesAsync(request.Shown), record.K, request.Shown, reach.First ?? DateTime.MinValue, reach.Last ?? DateTime.MaxValue);
        if (request.Windows(claims.Days) is not { } windows)
        {
            return Stepping.TooMany;
        }

        return NetworkMaker.TryMake(claims, Polarisation.Question(request.Duplicates), windows, out _, cancellation) is { } networks && Polarisation.TryMeasure(networks) is { } series
            ? new PolarisationAnswer(
                record.Known, new(reach.First, reach.Last), request.Duplicates, request.Stepping?.Window, request.Stepping?.Step, [.. series.Select(PolarisationView.Of)])
            : _tooMuch;
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
