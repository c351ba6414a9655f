using System.Globalization;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Domain.Networks;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Networks;

/// <summary>A network as its whole matrix: actors by topics, or each node by each, with labels in the first row and column.</summary>
internal static class NetworkCsv
{
    private const string Nothing = "0";

    public static byte[] Write(NetworkExport export)
    {
        var (network, isTwoMode) = (export.Network, export.Question.Kind == NetworkKind.TwoMode);
        var (kind, nodes) = (isTwoMode ? NodeKind.Actor : export.Question.Nodes, Enumerable.Range(0, network.Nodes.Count));
        var corner = EnumWords.Of(kind);
        var rows = nodes.Where(node => network.Nodes[node].Kind == kind).ToList();
        var columns = nodes.Where(node => !isTwoMode || network.Nodes[node].Kind != kind).ToList();
        var (rowLabels, columnLabels) = (Distinct(rows, export), Distinct(columns, export, corner));

        var weights = network.Edges.ToDictionary(edge => (edge.Source, edge.Target), edge => edge.Weight);
        return Csv.Write(
            [
                new CsvColumn<int>(corner, row => rowLabels[row]),
                .. columns.Select(column => new CsvColumn<int>(columnLabels[column], row => WeightOf(row, column), IsNumber: true)),
            ],
            rows);

        string WeightOf(int row, int column) =>
            weights.TryGetValue(row < column ? (row, column) : (column, row), out var weight) ? weight.ToString("R", CultureInfo.InvariantCulture) : Nothing;
    }

    /// <summary>Labels that coincide get their node's id behind them, in brackets, until none do.</summary>
    private static Dictionary<int, string> Distinct(IReadOnlyList<int> nodes, NetworkExport export, params IEnumerable<string> taken)
    {
        var labels = nodes.ToDictionary(node => node, node => export.Labels[node]);
        while (labels.Values.Concat(taken).GroupBy(label => label, StringComparer.Ordinal).Where(label => label.Count() > 1).Select(label => label.Key).ToHashSet(StringComparer.Ordinal) is { Count: > 0 } doubled)
        {
            foreach (var node in nodes.Where(node => doubled.Contains(labels[node])))
            {
                labels[node] = $"{labels[node]} ({export.Network.Nodes[node].Id})";
            }
        }

        return labels;
    }
}
