using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;

namespace GuaranteeTracker.Api.Claims.Listing;

/// <summary>The route of the counts that stand beside a list of claims.</summary>
internal static class ClaimFacetsApi
{
    private const string Path = ClaimListApi.Path + "/facets";

    public static void MapClaimFacets(this IEndpointRouteBuilder app) =>
        app.MapRead(Path, GetAsync).WithTags("Claims")
            .Reads<ClaimFacetsAnswer>("countClaims", "How many claims fit, by each value of what they can be filtered by")
            .WithDescription("Takes the filters of the list of claims, and counts what that lists: at the last checkpoint, or at knownAt.")
            .Takes([.. ClaimParameters.Filters, AddressParameter.KnownAt, AddressParameter.Version, AddressParameter.Format("json")]);

    private static async Task<IResult> GetAsync(
        RecordReader reader, Moments moments, ClaimLister lister, ClaimFacets facets, Snapshots snapshots, PublicAddress address, HttpContext http, CancellationToken cancellation)
    {
        if (Formats.TryChoose(http.Request, out _, Format.Json) is { } unacceptable)
        {
            return new ProblemResult(unacceptable);
        }

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
        if (asking.IsForEver(http))
        {
            return snapshots.Keep(http, answer);
        }

        http.Response.Headers.ContentLocation = ClaimListApi.Pinned(address, Path, asking);
        return ReadAnswer.Current(http, answer);
    }
}
