using GuaranteeTracker.Api.Charts;
using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Domain.Networks;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Networks;

/// <summary>Prepares the page of discourse networks.</summary>
internal static class NetworkPageReader
{
    public const string Path = "/network";

    /// <summary>Shown where none is asked for.</summary>
    public const NetworkKind Kind = NetworkKind.Subtract;

    private const int MostEdges = 25;

    private static readonly (string Format, string Name)[] _formats = [("json", "JSON"), ("graphml", "GraphML, for Gephi, visone, networkx, igraph"), ("csv", "CSV, the matrix")];

    public static async Task<NetworkPageModel> ReadAsync(NetworkRequest request, HttpContext http, KnownRecord record) =>
        Show(await NetworkReader.CollectAsync(request, record), request, http, record);

    /// <param name="claims">Those that count for the request.</param>
    /// <param name="request">With the isolates that its downloads are to have; the page shows none.</param>
    public static NetworkPageModel Show(SidedClaims claims, NetworkRequest request, HttpContext http, KnownRecord record)
    {
        var (known, question) = (AsKnown.Of(http, record), request.Question);
        var made = NetworkMaker.TryMake(claims, question with { Isolates = Isolates.Dropped }, out var excess);
        var network = made ?? new Network(null, [], []);
        var labels = network.Nodes.Select(node => NodeList.LabelOf(node, record)).ToList();
        var drawn = NetworkDrawing.Of(network, labels, question, Links.To("", ("knownAt", known.K)));
        var strongest = NetworkStrength.Strongest(network.Edges).Take(MostEdges).ToList();
        var counted = NetworkWords.Counted(claims, question);
        return new(
            new("Who agrees with whom", "The discourse network: who says the same about what, who says the opposite, and which claims tie them.", Links.To(Path, [.. request.Fields(Kind), ("knownAt", known.K)]))
            {
                Section = "Network", IsUnlisted = http.Request.QueryString.HasValue,
            },
            known,
            new(EnumWords.Of(question.Kind), NetworkWords.AllOf(question.Nodes), EnumWords.Of(question.Duplicates), EnumWords.Of(question.Normalisation), request.Period.FirstDay, request.Period.LastDay),
            made is null ? counted : $"{NetworkWords.Counted(network)}, out of {counted}", made is null ? NetworkReader.Refuse(excess).Detail : null,
            drawn.Drawing is { } drawing ? SvgWriter.Fragment(drawing, "network") : null, drawn.Left,
            ExplainedEdges.Of(network with { Edges = strongest }, labels, new(claims, question), question, record, known.K), network.Edges.Count - strongest.Count,
            Choices.Actors(record, request.Shown.Actors), Choices.Topics(record, request.Shown.Topics), [.. Downloads([.. request.Fields(NetworkKind.TwoMode)], known)]);
    }

    private static IEnumerable<Download> Downloads((string Name, string? Value)[] query, AsKnown known) =>
        from format in _formats
        let wish = ("format", (string?)format.Format)
        select new Download(
            format.Name, Links.To(NetworkApi.Path, [.. query, ("knownAt", known.K), wish]),
            known.Pinned is null ? null : Links.To(NetworkApi.Path, [.. query, ("knownAt", KnownAt.Write(known.Sequence)), ("v", Snapshots.Version), wish]));
}
