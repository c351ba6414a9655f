using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Numbers;

/// <summary>The route that tells whether the actors of a topic are getting closer.</summary>
internal static class ConvergenceApi
{
    public static void MapConvergence(this IEndpointRouteBuilder app) =>
        app.MapRead("/api/topics/{id}/convergence", GetAsync).WithTags("Numbers")
            .Reads<ConvergenceAnswer>("getConvergence", "Whether the actors of a topic are getting closer: their stances as numbers over time")
            .WithDescription(
                "First-hand positions as numbers from -2 (rejects) to 3 (commits), their mean and dispersion, and what dispersion has lost between two moments, of those who had a position at both. "
                + "With knownAt and v the answer may be cached for ever. docs/numbers.md has the formulas, and what the numbers do not tell.")
            .Takes(
                new("from", "The first moment: a date (its last microsecond, UTC) or an instant with its offset. Default: the first day on which a claim counts.", "2025-08-15"),
                new("to", "The second moment. Default: the last day on which a claim begins to count.", "2025-08-20"),
                new("step", "Days from one moment of the series to the next, 1 to 366. Default: 7.", "7"),
                new("actor", "Only this actor; repeat it for several.", "us", Repeatable: true),
                AddressParameter.KnownAt, AddressParameter.Version);

    private static async Task<IResult> GetAsync(string id, Snapshots snapshots, HttpContext http, CancellationToken cancellation)
    {
        if (snapshots.Find(http) is { } kept)
        {
            return kept;
        }

        if (!Slug.IsValid(id))
        {
            return new ProblemResult(Problems.NotFound("topic", "of that name"));
        }

        return Problems.First(KnownParameters.Refuse(http), ConvergenceRequest.TryRead(http, out var request)) is { } unreadable
            ? new ProblemResult(unreadable)
            : await snapshots.AnswerAsync(http, $"/api/topics/{id}/convergence", [.. request.Write()], record => ConvergenceReader.ReadAsync(id, request, record), cancellation);
    }
}
