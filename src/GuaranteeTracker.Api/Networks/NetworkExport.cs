using GuaranteeTracker.Api.Ledger;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Networks;

namespace GuaranteeTracker.Api.Networks;

/// <summary>A network with all that its exports tell beside it.</summary>
/// <param name="Labels">Of each node, as known at K.</param>
internal sealed record NetworkExport(Network Network, NetworkQuestion Question, IReadOnlyList<string> Labels, ExportHead Head)
{
    /// <returns>A <see cref="Written"/>, or why there is none.</returns>
    public static async Task<object> WriteAsync(NetworkRequest request, Format format, IEnumerable<string> query, string? pinned, KnownRecord record, LedgerCheckpoints checkpoints, CancellationToken cancellation)
    {
        if (NetworkMaker.TryMake(await NetworkReader.CollectAsync(request, record), request.Question, out var excess, cancellation) is not { } network)
        {
            return NetworkReader.Refuse(excess);
        }

        var reach = request.Period.Reach;
        var head = new ExportHead(string.Join('&', query), ExportHead.Between(reach.First, reach.Last), network.Edges.Count, record.Known, pinned);
        var export = new NetworkExport(network, request.Question, [.. network.Nodes.Select(node => NodeList.LabelOf(node, record))], head);
        var checkpoint = await checkpoints.CoveringAsync(record.Known, cancellation);
        return new Written(format, format == Format.Csv ? NetworkCsv.Write(export) : NetworkGraphMl.Write(export), head.Headers($"network-{record.K}.{format.Name}", checkpoint));
    }
}
