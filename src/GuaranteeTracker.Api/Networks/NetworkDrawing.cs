using GuaranteeTracker.Api.Charts;
using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Domain.Networks;

namespace GuaranteeTracker.Api.Networks;

/// <summary>Draws a network as a ring of nodes, next to each other where they are close; a solid line agrees, a dashed one disagrees, and the wider it is the more it weighs.</summary>
internal static class NetworkDrawing
{
    private const int Width = 960, MostNodes = 40, MostEdges = 150, MostNamed = 3;

    private const double LeastHeight = 260, Row = 30, MostReach = 230, Gap = 14, Margin = 16, Radius = 6, Thinnest = 1.25, Widest = 9, Apart = 3;

    private static readonly Letters _label = Palette.Plain(13);

    private static readonly IReadOnlyList<LegendItem> _lines =
    [
        Legend.Shaped("agree", (x, y) => [new Line(x - 14, y, x + 14, y, AgreeLine(4))]),
        Legend.Shaped("disagree", (x, y) => [new Line(x - 14, y, x + 14, y, DisagreeLine(4))]),
        Legend.Shaped("actor", (x, y) => Mark(x, y, NodeKind.Actor)),
        Legend.Shaped("topic", (x, y) => Mark(x, y, NodeKind.Topic)),
    ];

    /// <param name="linkQuery">What links are to have behind their path.</param>
    /// <returns>No drawing where there is no edge to draw; what it leaves out, in words.</returns>
    public static (Drawing? Drawing, string? Left) Of(Network network, IReadOnlyList<string> labels, NetworkQuestion question, string linkQuery)
    {
        var strengths = NetworkStrength.OfNodes(network);
        var shown = Enumerable.Range(0, network.Nodes.Count).OrderByDescending(node => strengths[node]).ThenBy(node => node).Take(MostNodes).ToHashSet();
        var between = network.Edges.Where(edge => edge.Weight != 0 && shown.Contains(edge.Source) && shown.Contains(edge.Target)).ToList();
        var edges = NetworkStrength.Strongest(between).Take(MostEdges).ToList();
        if (edges.Count == 0)
        {
            return (null, network.Edges.Count == 0 ? null : "Nothing is drawn: agreement and conflict are equal in every tie.");
        }

        var sign = question.Kind == NetworkKind.Conflict ? -1 : 1;
        var ring = NetworkStrength.InRing(shown, between, strengths, edge => sign * edge.Weight);
        var (places, height) = PlacesOf(ring);
        var heaviest = edges.Max(edge => Math.Abs(edge.Weight));
        var legend = Legend.Draw(0, height + Legend.LineHeight, Width, _lines);
        var drawing = new Drawing(
            Width, (int)Math.Ceiling(height + ((legend.Lines + 1) * Legend.LineHeight)), "Ties between them", Describe(network, labels, edges, shown.Count),
            [
                .. edges.AsEnumerable().Reverse().Select(edge => new Group(
                    LinesOf(edge, places[edge.Source], places[edge.Target], question.Kind, heaviest),
                    $"{labels[edge.Source]} – {labels[edge.Target]}: {NetworkWords.Of(edge.Weight)} ({NetworkWords.Made(edge, question.Kind)})")),
                .. ring.Select(node => NodeOf(network.Nodes[node], labels[node], places[node], linkQuery)),
                .. legend.Shapes,
            ]);
        return (drawing, Left(network, shown.Count, edges.Count));
    }

    private static (Dictionary<int, (double X, double Y)> Places, double Height) PlacesOf(IReadOnlyList<int> ring)
    {
        var rows = (ring.Count + 1) / 2;
        var row = Math.Max(Row, LeastHeight / rows);
        var (half, places) = (rows * row / 2, new Dictionary<int, (double X, double Y)>());
        for (var i = 0; i < ring.Count; i++)
        {
            // Down on the right and up on the left, in rows of one height, so that no name lies on another.
            var isRight = i < rows;
            var y = ((isRight ? i : ring.Count - 1 - i) + 0.5) * row;
            var reach = Math.Min(half, MostReach) * Math.Sqrt(1 - Math.Pow((y - half) / half, 2));
            places[ring[i]] = ((Width / 2.0) + (isRight ? reach : -reach), Margin + y);
        }

        return (places, (2 * half) + Margin);
    }

    private static IReadOnlyList<Shape> LinesOf(NetworkEdge edge, (double X, double Y) from, (double X, double Y) to, NetworkKind kind, double heaviest)
    {
        double WidthOf(double weight) => Thinnest + ((Widest - Thinnest) * Math.Abs(weight) / heaviest);
        if (kind != NetworkKind.TwoMode)
        {
            var agrees = kind == NetworkKind.Congruence || (kind == NetworkKind.Subtract && edge.Weight > 0);
            return [new Line(from.X, from.Y, to.X, to.Y, agrees ? AgreeLine(WidthOf(edge.Weight)) : DisagreeLine(WidthOf(edge.Weight)))];
        }

        var isBoth = edge is { Agree: > 0, Disagree: > 0 };
        var length = Math.Max(1, Math.Sqrt(Math.Pow(to.X - from.X, 2) + Math.Pow(to.Y - from.Y, 2)));
        var (aside, below) = isBoth ? (Apart * (to.Y - from.Y) / length, Apart * (from.X - to.X) / length) : (0, 0);
        return
        [
            .. edge.Agree > 0 ? [new Line(from.X + aside, from.Y + below, to.X + aside, to.Y + below, AgreeLine(WidthOf(edge.Agree)))] : Array.Empty<Shape>(),
            .. edge.Disagree > 0 ? [new Line(from.X - aside, from.Y - below, to.X - aside, to.Y - below, DisagreeLine(WidthOf(edge.Disagree)))] : Array.Empty<Shape>(),
        ];
    }

    private static Group NodeOf(NetworkNode node, string label, (double X, double Y) place, string linkQuery)
    {
        var isRight = place.X >= Width / 2.0;
        var x = place.X + (isRight ? Gap : -Gap);
        return new(
            [.. Mark(place.X, place.Y, node.Kind), Caption.Within(isRight ? Width - x : x, x, place.Y + 4.5, label, _label, isRight ? Anchor.Start : Anchor.End)],
            label, NetworkWords.PathOf(node) + linkQuery);
    }

    private static IReadOnlyList<Shape> Mark(double x, double y, NodeKind kind) =>
        kind == NodeKind.Actor ? [new Circle(x, y, Radius, Palette.Solid)] : [new Rectangle(x - Radius, y - Radius, 2 * Radius, 2 * Radius, Palette.Solid)];

    private static Paint AgreeLine(double width) => new("chart-agree", Stroke: StanceLook.Of(Domain.Claims.Stance.Commits).Fill, StrokeWidth: width);

    private static Paint DisagreeLine(double width) => new("chart-disagree", Stroke: StanceLook.Of(Domain.Claims.Stance.Rejects).Fill, StrokeWidth: width, Dashed: true);

    private static string Describe(Network network, IReadOnlyList<string> labels, IReadOnlyList<NetworkEdge> edges, int nodes) =>
        $"{nodes} of {network.Nodes.Count} in a ring, with {Words.Count(edges.Count, "tie")}. The strongest: "
        + string.Join("; ", edges.Take(MostNamed).Select(edge => $"{labels[edge.Source]} and {labels[edge.Target]}, {NetworkWords.Of(edge.Weight)}")) + ". The table below has more.";

    private static string? Left(Network network, int nodes, int edges) => network.Nodes.Count == nodes && network.Edges.Count == edges ? null
        : $"Drawn are the {Words.Count(nodes, "strongest node", "strongest nodes")} of {network.Nodes.Count:N0} and {Words.Count(edges, "tie")} of {network.Edges.Count:N0}. The downloads have all.";
}
