using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Ledger;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;

namespace GuaranteeTracker.Api.Networks;

/// <summary>The route of discourse networks, in every format.</summary>
internal static class NetworkApi
{
    public const string Path = "/api/network";

    private static readonly Format[] _formats = [Format.Json, NetworkGraphMl.Format, Format.Csv];

    public static void MapNetworks(this IEndpointRouteBuilder app) =>
        app.MapRead(Path, GetAsync).WithTags("Networks")
            .Reads<NetworkAnswer>("getNetwork", "Who says what, and who agrees with whom, as a network or a series of networks", Access.Reading, "application/json", "application/graphml+xml", "text/csv")
            .WithDescription(
                "A claim agrees where its stance is above undecided, and disagrees below; hearsay and undecided are left out. With knownAt and v the answer may be cached for ever. "
                + "The schema is that of format=json; docs/networks.md has the formulas, docs/formats.md tells of the other formats.")
            .Takes(
                AddressParameter.Since, AddressParameter.Until,
                new("kind", "two-mode (actors and topics; the default), congruence, conflict or subtract.", "congruence"),
                new("nodes", "What a one-mode network is over: actors (the default) or topics.", "actors"),
                new("duplicates", "How often the same actor, topic and side counts: all (the default), or once per document, day, week (ISO 8601), month, year or range.", "week"),
                new("normalisation", "Of one-mode networks: none (the default), average, jaccard or cosine.", "none"),
                new("window", "Days of each network of a series, 1 to 3660. Default: one network of the whole period.", ""),
                new("step", "Days from the beginning of a window to that of the next, 1 to 3660. Default: as window.", ""),
                new("isolates", "What becomes of nodes without an edge: kept (the default) or dropped.", "kept"),
                AddressParameter.Actor, AddressParameter.Topic,
                new("explain", "true: each edge tells the claims that made it. Default: false.", "false"),
                AddressParameter.KnownAt, AddressParameter.Version, AddressParameter.Format("json, graphml or csv (the matrix)"));

    private static async Task<IResult> GetAsync(Snapshots snapshots, LedgerCheckpoints checkpoints, HttpContext http, CancellationToken cancellation)
    {
        if (Formats.TryChoose(http.Request, out var format, _formats) is { } unacceptable)
        {
            return new ProblemResult(unacceptable);
        }

        if (snapshots.Find(http, format) is { } kept)
        {
            return kept;
        }

        if (KnownParameters.Refuse(http) is { } unknown)
        {
            return new ProblemResult(unknown);
        }

        if (NetworkRequest.TryRead(http, format, out var request) is { } unreadable)
        {
            return new ProblemResult(unreadable);
        }

        IReadOnlyList<string> query = [.. request.Write()];
        IReadOnlyList<string> filters = format == Format.Json ? query : [.. query, $"format={format.Name}"];
        return await snapshots.AnswerAsync(http, Path, filters, AnswerAsync, cancellation);

        Task<object> AnswerAsync(KnownRecord record) => format == Format.Json
            ? NetworkReader.ReadAsync(request, record, cancellation)
            : NetworkExport.WriteAsync(request, format, query, snapshots.Pin(Path, filters, record.Known), record, checkpoints, cancellation);
    }
}
