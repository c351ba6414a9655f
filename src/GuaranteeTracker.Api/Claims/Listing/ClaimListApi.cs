using System.Globalization;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Api.Recording.Checkpoints;
using Microsoft.Net.Http.Headers;

namespace GuaranteeTracker.Api.Claims.Listing;

/// <summary>The route of the list of claims, in every format.</summary>
internal static class ClaimListApi
{
    public const string Path = "/api/claims";

    public static void MapClaimList(this IEndpointRouteBuilder app) =>
        app.MapRead(Path, GetAsync).WithTags("Claims")
            .Reads<ClaimList>("listClaims", "Claims by every filter there is, and full text", Access.Reading, "application/json", "application/x-ndjson", "text/csv")
            .WithDescription(
                "At the last checkpoint, or at knownAt. JSON comes in pages; ndjson, csv and dna hold all that fits, streamed. "
                + "Retracted claims and those of withdrawn sources are listed too, and say so: status=live leaves them out.")
            .Takes([
                .. ClaimParameters.Filters, ClaimParameters.Order, ClaimParameters.Fields, AddressParameter.KnownAt, AddressParameter.Version, .. AddressParameter.Paging,
                AddressParameter.Format("json, ndjson, csv or dna"),
            ]);

    private static async Task<IResult> GetAsync(
        RecordReader reader, Moments moments, ClaimLister lister, ClaimExports exports, Snapshots snapshots, PublicAddress address, HttpContext http, CancellationToken cancellation)
    {
        if (Problems.First(Formats.TryChoose(http.Request, out var format, [Format.Json, .. ClaimExports.Formats]), format == Format.Json ? null : ClaimExports.RefusePaging(http)) is { } unacceptable)
        {
            return new ProblemResult(unacceptable);
        }

        if (format == Format.Json && snapshots.Find(http) is { } kept)
        {
            return kept;
        }

        var (asking, problem) = await ClaimAsking.ReadAsync(http, reader, moments, lister, cancellation);
        if (asking is null)
        {
            return new ProblemResult(problem!);
        }

        if (format != Format.Json)
        {
            return await exports.AnswerAsync(http, format, asking, cancellation);
        }

        if (Problems.First(PageLimit.TryRead(http, out var limit), FieldChoice.TryRead(http, ClaimJson.Members, out var fields)) is { } refused)
        {
            return new ProblemResult(refused);
        }

        var found = await lister.ReadAsync(asking.Filter, asking.Record, asking.After, limit + 1, cancellation);
        var next = found.Count > limit ? address.Of(Links.To(Path,
        [
            ("limit", limit.ToString(CultureInfo.InvariantCulture)), FieldChoice.Write(fields),
            ("v", http.Request.Query.ContainsKey("v") ? Snapshots.Version : null), ("cursor", asking.CursorAfter(found[limit - 1])),
        ])) : null;
        var answer = ClaimJson.Of(new(asking.Filter.AsOf, asking.Record.Known, [.. found.Take(limit)], next), fields);
        IReadOnlyList<(string Name, string Value)> headers = next is null ? [] : [(HeaderNames.Link, new WebLink(next, "next").ToString())];
        if (asking.IsForEver(http))
        {
            return snapshots.Keep(http, answer, [.. headers]);
        }

        if (asking.After is null)
        {
            http.Response.Headers.ContentLocation = Pinned(address, Path, asking, ("limit", limit.ToString(CultureInfo.InvariantCulture)), FieldChoice.Write(fields));
        }

        return ReadAnswer.Current(http, answer, headers: headers);
    }

    /// <summary>The address of the same at the same K: where nothing is searched for, one at which it never changes.</summary>
    public static string Pinned(PublicAddress address, string path, ClaimAsking asking, params IEnumerable<(string Name, string? Value)> more) => address.Of(
        Links.To(path, [.. asking.Filter.Fields(), ("knownAt", KnownAt.Write(asking.Record.K)), ("v", asking.Filter.Search is null ? Snapshots.Version : null), .. more]));
}

/// <summary>A page of claims.</summary>
/// <param name="AsOf">D, where the address has one; null: whenever they begin to count.</param>
/// <param name="Known">The K that the whole walk through the list is taken at.</param>
/// <param name="Items">Claims; with fields those members of each alone.</param>
/// <param name="Next">Address of the next page; null on the last one.</param>
internal sealed record ClaimList(DateTime? AsOf, Known Known, IReadOnlyList<ListedClaim> Items, string? Next);
