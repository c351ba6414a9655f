using System.Globalization;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Networks;

namespace GuaranteeTracker.Api.Networks;

/// <summary>Makes networks of what the record holds.</summary>
internal static class NetworkReader
{
    /// <summary>Claims that edges tell, all together.</summary>
    public const int MostExplained = 20_000;

    public const string TooMany = "too-many-edges";

    /// <summary>The claims that count for a request.</summary>
    public static async Task<SidedClaims> CollectAsync(NetworkRequest request, KnownRecord record)
    {
        var reach = request.Period.Reach;
        return SidedClaims.Between(await record.TimelinesAsync(request.Shown), record.K, request.Shown, reach.First ?? DateTime.MinValue, reach.Last ?? DateTime.MaxValue);
    }

    /// <returns>A <see cref="NetworkAnswer"/>, or why there is none.</returns>
    public static async Task<object> ReadAsync(NetworkRequest request, KnownRecord record, CancellationToken cancellation)
    {
        var claims = await CollectAsync(request, record);
        if (request.Stepping is not { } stepping)
        {
            return NetworkMaker.TryMake(claims, request.Question, out var tooLarge, cancellation) is { } network ? Answer(request, claims, [network], record) : Refuse(tooLarge);
        }

        return stepping.Over(request.Period, claims.Days) is not { } windows ? Stepping.TooMany
            : NetworkMaker.TryMake(claims, request.Question, windows, out var excess, cancellation) is { } networks ? Answer(request, claims, networks, record)
            : Refuse(excess);
    }

    public static Problem Refuse(NetworkExcess excess) => new(422, TooMany, excess switch
    {
        NetworkExcess.Nodes => $"This network has more than {Number(NetworkMaker.MostNodes)} nodes, the most that are told at once. Narrow it with from=, to=, actor= or topic=.",
        NetworkExcess.Edges => $"This is more than {Number(NetworkMaker.MostParts)} nodes and edges, the most that are told at once. Narrow it with from=, to=, actor= or topic=, or ask for fewer windows or isolates=dropped.",
        NetworkExcess.Claims => $"This takes more than is counted at once: {Number(NetworkMaker.MostVisits)} claims in windows that overlap, or {Number(NetworkMaker.MostPairs)} pairs. Send a longer step or a shorter window, or narrow it with from=, to=, actor= or topic=.",
        _ => throw new NotSupportedException($"{excess} is nothing to refuse."),
    });

    private static object Answer(NetworkRequest request, SidedClaims claims, IReadOnlyList<Network> networks, KnownRecord record)
    {
        var explained = request.Explains ? new EdgeExplainer(claims, request.Question).TryExplain(networks, MostExplained) : null;
        if (request.Explains && explained is null)
        {
            return new Problem(422, TooMany, $"These edges are made of more than {Number(MostExplained)} claims, the most that are told at once. Leave explain out, or narrow it with from=, to=, actor= or topic=.");
        }

        var views = networks.Select((network, i) => (Nodes: new NodeList(network, record), Edges: new EdgeList(network, request.Question.Kind, explained?[i]))).ToList();
        var (question, reach) = (request.Question, request.Period.Reach);
        var answer = new NetworkAnswer(
            record.Known, new(reach.First, reach.Last), question.Kind, question.Kind == NetworkKind.TwoMode ? null : NetworkWords.AllOf(question.Nodes), question.Duplicates, question.Normalisation,
            question.Isolates, request.Stepping?.Window, request.Stepping?.Step, null, null, null);
        return request.Stepping is null
            ? answer with { Nodes = views[0].Nodes, Edges = views[0].Edges }
            : answer with { Series = [.. networks.Zip(views, (network, view) => new WindowView(network.Days!.Value.First, network.Days.Value.Last, view.Nodes, view.Edges))] };
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
