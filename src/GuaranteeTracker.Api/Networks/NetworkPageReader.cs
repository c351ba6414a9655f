using System.Globalization;
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

    private const int MostTies = 25;

    private static readonly (string Format, string Name)[] _formats = [("json", "JSON"), ("graphml", "GraphML, for Gephi, visone, networkx, igraph"), ("csv", "CSV, the matrix")];

    public static async Task<NetworkPageModel> ReadAsync(NetworkRequest request, HttpContext http, KnownRecord record)
    {
        var claims = await NetworkReader.CollectAsync(request, record);
        var network = NetworkMaker.TryMake(claims, request.Question, out var excess);
        var (known, question) = (AsKnown.Of(http, record), request.Question);
        var isTwoMode = question.Kind == NetworkKind.TwoMode;
        (string, string?)[] query =
        [
            ("kind", EnumWords.Of(question.Kind)), ("nodes", isTwoMode ? null : EnumWords.Of(question.Over)), ("duplicates", EnumWords.Of(question.Duplicates)),
            ("normalisation", isTwoMode ? null : EnumWords.Of(question.Normalisation)),
            ("from", http.Request.Query["from"].FirstOrDefault()), ("to", http.Request.Query["to"].FirstOrDefault()), .. Selections.Fields(request.Shown),
        ];
        var shown = network ?? new Network(null, [], []);
        var labels = shown.Nodes.Select(node => NodeList.LabelOf(node, record)).ToList();
        var drawn = NetworkDrawing.Of(shown, labels, question, Links.To("", ("knownAt", known.K)));
        var strongest = NetworkStrength.Strongest(shown.Edges).Take(MostTies).ToList();
        return new(
            new("Who agrees with whom", "The discourse network: who says the same about what, who says the opposite, and which claims tie them.", Links.To(Path, [.. query, ("knownAt", known.K)]))
            {
                Section = "Network", IsUnlisted = http.Request.QueryString.HasValue,
            },
            known,
            new(EnumWords.Of(question.Kind), EnumWords.Of(question.Over), EnumWords.Of(question.Duplicates), EnumWords.Of(question.Normalisation), request.Period.FirstDay, request.Period.LastDay),
            Count(shown, claims, question), network is null ? NetworkReader.Refuse(excess).Detail : null,
            drawn.Drawing is { } drawing ? SvgWriter.Fragment(drawing, "network") : null, drawn.Left,
            NetworkTies.Of(shown with { Edges = strongest }, labels, new(claims, question), question, record, known.K), shown.Edges.Count - strongest.Count,
            Choices.Actors(record, request.Shown.Actors), Choices.Topics(record, request.Shown.Topics), [.. Downloads(query, known)]);
    }

    private static string Count(Network network, SidedClaims claims, NetworkQuestion question)
    {
        var (actors, topics) = (network.Nodes.Count(node => node.IsActor), network.Nodes.Count(node => !node.IsActor));
        string[] parts =
        [
            .. actors > 0 ? [Words.Count(actors, "actor")] : Array.Empty<string>(),
            .. topics > 0 ? [Words.Count(topics, "topic")] : Array.Empty<string>(),
            Words.Count(network.Edges.Count, "tie"),
        ];
        var counted = question.Duplicates == Duplicates.All ? "" : $", counted once per {EnumWords.Of(question.Duplicates)}";
        return $"{Words.List(parts)}, out of {Words.Count(claims.Count, "claim")} with a side{counted}";
    }

    private static IEnumerable<Download> Downloads((string Name, string? Value)[] query, AsKnown known) =>
        from format in _formats
        let wish = ("format", (string?)format.Format)
        select new Download(
            format.Name, Links.To(NetworkApi.Path, [.. query, ("knownAt", known.K), wish]),
            known.Pinned is null ? null : Links.To(NetworkApi.Path, [.. query, ("knownAt", KnownAt.Write(known.Sequence)), ("v", Snapshots.Version), wish]));

    public static string Write(double weight) => weight.ToString("#,0.####", CultureInfo.InvariantCulture).Replace('-', '−');
}
