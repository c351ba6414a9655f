using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Pictures;

/// <summary>The route of what differs between two pictures.</summary>
internal static class ChangesApi
{
    private const string Path = "/api/picture/changes";

    private static readonly string[] _pins = ["from", "to", "knownFrom", "knownTo", "v"];

    public static void MapChanges(this IEndpointRouteBuilder app) =>
        app.MapRead(Path, GetAsync).WithTags("Pictures")
            .Reads<ChangesAnswer>("getChanges", "What moved, what was learned and what was corrected between two pictures")
            .WithDescription("First what is known now and was not then, or otherwise, about the first day; then what was said between the days, as known now.")
            .Takes(
                AddressParameter.From, AddressParameter.To, AddressParameter.KnownFrom, AddressParameter.KnownTo,
                AddressParameter.Actor, AddressParameter.Topic, AddressParameter.Version);

    private static async Task<IResult> GetAsync(Moments moments, Snapshots snapshots, ChangesReader changes, PublicAddress address, HttpContext http, CancellationToken cancellation)
    {
        if (snapshots.Find(http) is { } kept)
        {
            return kept;
        }

        if (Snapshots.RefuseVersion(http) is { } otherVersion)
        {
            return new ProblemResult(otherVersion);
        }

        var (compared, problem) = await ComparedMoments.ReadAsync(http, moments, cancellation);
        if (compared is null)
        {
            return new ProblemResult(problem!);
        }

        var (from, to, then, now, shown) = compared;
        var answer = new ChangesAnswer(from, to, then.Known, now.Known, [.. (await changes.ReadAsync(compared, cancellation)).Select(ChangeView.Of)]);
        if (_pins.All(http.Request.Query.ContainsKey))
        {
            return snapshots.Keep(http, answer);
        }

        if (then.Known.Pending == 0 && now.Known.Pending == 0)
        {
            http.Response.Headers.ContentLocation = address.Of(Links.To(Path,
            [
                ("from", Iso.Instant(from)), ("to", Iso.Instant(to)), ("knownFrom", KnownAt.Write(then.K)), ("knownTo", KnownAt.Write(now.K)), ("v", Snapshots.Version), .. Selections.Fields(shown),
            ]));
        }

        return ReadAnswer.Current(http, answer, http.Request.Query.ContainsKey("to") ? null : answer with { From = default, To = default });
    }
}

/// <summary>What differs between (from, knownFrom) and (to, knownTo).</summary>
/// <param name="From">D of the first picture, the instant used (UTC).</param>
/// <param name="To">D of the second picture, the instant used (UTC).</param>
/// <param name="KnownFrom">K of the first picture.</param>
/// <param name="KnownTo">K of the second picture.</param>
/// <param name="Changes">By topic, actor, then kind.</param>
internal sealed record ChangesAnswer(DateTime From, DateTime To, Known KnownFrom, Known KnownTo, IReadOnlyList<ChangeView> Changes);

/// <summary>One cell that differs.</summary>
/// <param name="Before">What stood before; null where nothing did.</param>
/// <param name="After">What stands after; null where nothing does.</param>
/// <param name="Claims">The claims that caused it.</param>
internal sealed record ChangeView(string Actor, string Topic, ChangeKind Kind, CellView? Before, CellView? After, IReadOnlyList<Guid> Claims)
{
    public static ChangeView Of(Change change) => new(
        change.Actor, change.Topic, change.Kind,
        change.Before is { } before ? CellView.Of(before) : null,
        change.After is { } after ? CellView.Of(after) : null,
        [.. change.Causes]);
}
