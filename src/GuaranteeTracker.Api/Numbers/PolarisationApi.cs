using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;

namespace GuaranteeTracker.Api.Numbers;

/// <summary>The route that tells how far agreement divides the actors into two groups.</summary>
internal static class PolarisationApi
{
    private const string Path = "/api/polarisation";

    public static void MapPolarisation(this IEndpointRouteBuilder app) =>
        app.MapRead(Path, GetAsync).WithTags("Numbers")
            .Reads<PolarisationAnswer>("getPolarisation", "How far agreement divides the actors into two groups, over time")
            .WithDescription(
                "Newman's modularity of the best split into two of the network of those who agree more than they disagree, window after window. "
                + "With knownAt and v the answer may be cached for ever. docs/numbers.md has the formula, and what the number does not tell.")
            .Takes(
                AddressParameter.Since, AddressParameter.Until,
                new("window", "Days of each network, 1 to 3660. Default: one network of the whole period.", "30"),
                new("step", "Days from the beginning of a window to that of the next, 1 to 3660. Default: as window.", ""),
                AddressParameter.Topic,
                new("duplicates", "How often the same actor, topic and side counts: all (the default), or once per document, day, week (ISO 8601), month, year or range.", "week"),
                AddressParameter.KnownAt, AddressParameter.Version);

    private static async Task<IResult> GetAsync(Snapshots snapshots, HttpContext http, CancellationToken cancellation) =>
        snapshots.Find(http) is { } kept ? kept
        : Problems.First(KnownParameters.Refuse(http), PolarisationRequest.TryRead(http, out var request)) is { } unreadable ? new ProblemResult(unreadable)
        : await snapshots.AnswerAsync(http, Path, [.. request.Write()], record => PolarisationReader.ReadAsync(request, record, cancellation), cancellation);
}
