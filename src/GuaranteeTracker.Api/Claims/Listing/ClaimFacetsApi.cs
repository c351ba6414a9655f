using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;

namespace GuaranteeTracker.Api.Claims.Listing;

/// <summary>The route of the counts that stand beside a list of claims.</summary>
internal static class ClaimFacetsApi
{
    public static void MapClaimFacets(this IEndpointRouteBuilder app) =>
        app.MapRead(ClaimListApi.Path + "/facets", GetAsync).WithTags("Claims")
            .Reads<ClaimFacetsAnswer>("countClaims", "How many claims fit, by each value of what they can be filtered by")
            .WithDescription("Takes the filters of the list of claims, and counts what that lists: at the last checkpoint, or at knownAt.")
            .Takes([.. ClaimParameters.Filters, AddressParameter.KnownAt, AddressParameter.Version]);

    private static async Task<IResult> GetAsync(
        RecordReader reader, Moments moments, ClaimLister lister, ClaimFacets facets, Snapshots snapshots, HttpContext http, CancellationToken cancellation)
    {
        if (snapshots.Find(http) is { } kept)
        {
            return kept;
        }

        var (asking, problem) = await ClaimAsking.ReadAsync(http, reader, moments, lister, cancellation);
        if (asking is null)
        {
            return new ProblemResult(problem!);
        }

        var answer = await facets.ReadAsync(asking.Filter, asking.Record, cancellation);
        return asking.IsForEver(http) ? snapshots.Keep(http, answer) : ReadAnswer.Current(http, answer);
    }
}
