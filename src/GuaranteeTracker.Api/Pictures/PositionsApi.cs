using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Pictures;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Pictures;

/// <summary>The route of one cell's history.</summary>
internal static class PositionsApi
{
    public static void MapPositions(this IEndpointRouteBuilder app) =>
        app.MapGroup("/api/positions").WithTags("Pictures")
            .MapRead("/{actor}/{topic}", GetAsync).Reads<CellHistoryAnswer>("getPositions", "One actor on one topic over time: claims, shifts, contradictions")
            .Takes(AddressParameter.KnownAt, AddressParameter.Version);

    private static async Task<IResult> GetAsync(string actor, string topic, Snapshots snapshots, Contents contents, HttpContext http, CancellationToken cancellation) =>
        snapshots.Find(http) is { } kept ? kept
        : !Slug.IsValid(actor) ? new ProblemResult(Problems.NotFound("actor", "of that name"))
        : !Slug.IsValid(topic) ? new ProblemResult(Problems.NotFound("topic", "of that name"))
        : await snapshots.AnswerAsync(http, $"/api/positions/{actor}/{topic}", [], record => DressAsync(actor, topic, record, contents, cancellation), cancellation);

    private static async Task<object> DressAsync(string actor, string topic, KnownRecord record, Contents contents, CancellationToken cancellation)
    {
        if (record.Catalogue.Actors.At(actor, record.K) is null)
        {
            return Problems.NotFound("actor", actor);
        }

        if (record.Catalogue.Topics.At(topic, record.K) is null)
        {
            return Problems.NotFound("topic", topic);
        }

        var history = CellHistory.Of(await record.TimelineAsync(topic), record.Catalogue.Mandates, actor, record.K);
        var words = await contents.ReadAsync(history.Claims.Select(claim => claim.Content), cancellation);
        return new CellHistoryAnswer(record.Known, actor, topic, [.. history.Claims.Select(claim => CellClaim.Of(claim, words(claim.Content)))], history.Shifts, history.Contradictions);
    }
}

/// <summary>One cell over all of D.</summary>
/// <param name="Claims">Its live claims, by effective instant, then id.</param>
internal sealed record CellHistoryAnswer(
    Known Known, string Actor, string Topic, IReadOnlyList<CellClaim> Claims, ValueList<Shift> Shifts, ValueList<Contradiction> Contradictions);

/// <summary>A live claim of a cell.</summary>
/// <param name="Effective">From this instant (UTC) on it counts.</param>
internal sealed record CellClaim(
    Guid Claim, Stance Stance, Act Act, Voice Voice, string? Speaker, string? ReportedBy, string Stated, DateTime Effective, string? Venue, string Summary,
    string Quote, Guid Source, ValueList<string> Conditions, ValueList<Term> Terms, bool Disputed, bool OutsideMandate)
{
    public static CellClaim Of(LiveClaim claim, ClaimContent content) => new(
            claim.Id, content.Stance, content.Act, content.Voice, content.Speaker, content.ReportedBy, content.Stated.Text, claim.Effective, content.Venue,
            content.Summary, content.Evidence.Quotes[0].Exact, content.Evidence.Source, content.Conditions, content.Terms, claim.IsDisputed, claim.OutsideMandate);
}
