using System.Globalization;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Ledger.Trees;

namespace GuaranteeTracker.Api.Ledger;

/// <summary>The routes of proofs.</summary>
internal static class ProofsApi
{
    private static readonly AddressParameter
        _event = new("event", "The event's id or sequence number.", "67"),
        _size = new("size", "Number of leaves of the tree to prove it in. Default: that of the last checkpoint.", ""),
        _from = new("from", "Number of leaves of the smaller tree.", "1"),
        _to = new("to", "Number of leaves of the larger tree. Default: that of the last checkpoint.", "");

    public static void MapProofs(this IEndpointRouteBuilder app)
    {
        var proofs = app.MapGroup("/log/proof").WithTags("Ledger");
        proofs.MapRead("/inclusion", ProveInclusionAsync).Reads<InclusionAnswer>("proveInclusion", "That an event is in the ledger")
            .WithDescription("RFC 6962, 2.1.1. An event that no checkpoint covers yet is waited for, at most 2 seconds.").Takes(_event, _size);
        proofs.MapRead("/consistency", ProveConsistencyAsync).Reads<ConsistencyAnswer>("proveConsistency", "That the ledger only grew from one size to another")
            .WithDescription("RFC 6962, 2.1.2.").Takes(_from, _to);
    }

    private static async Task<IResult> ProveInclusionAsync(LeafPlaces places, LedgerCheckpoints checkpoints, StoredTiles tiles, HttpContext http, CancellationToken cancellation)
    {
        var given = http.Request.Query["event"];
        var key = given.Count == 1 ? LeafPlaces.ReadKey(given[0]!) : null;
        if (Problems.First(
            KnownParameters.Refuse(http),
            key is null ? Problems.BadParameter("event", "Send event once, as the id or the sequence number of an event: event=67.") : null,
            TryReadSize(http, "size", out var wished)) is { } unreadable)
        {
            return new ProblemResult(unreadable);
        }

        if (await places.FindAsync(key!, cancellation) is not { } place)
        {
            return new ProblemResult(LedgerProblems.UnknownEvent);
        }

        if (place is not { Index: { } index, Hash: { } leaf } || await checkpoints.LastAsync(cancellation) is not { } last)
        {
            return new ProblemResult(LedgerProblems.NotCovered);
        }

        var size = wished ?? last.Size;
        if (size <= index || size > last.Size)
        {
            return new ProblemResult(OutOfRange("size", $"The event's leaf has the index {index}, and the tree {last.Size} leaves: send a size from {index + 1} to {last.Size}."));
        }

        var tree = new TiledTree(tiles);
        return ReadAnswer.Current(http, new InclusionAnswer(
            place.Id, place.Sequence, index, size, leaf, await tree.InclusionAsync(index, size, cancellation), await RootAsync(size, last, tree, cancellation),
            (await NotedAsync(size, last, checkpoints, cancellation))?.Note));
    }

    private static async Task<IResult> ProveConsistencyAsync(LedgerCheckpoints checkpoints, StoredTiles tiles, HttpContext http, CancellationToken cancellation)
    {
        if (Problems.First(
            KnownParameters.Refuse(http), TryReadSize(http, "from", out var from), TryReadSize(http, "to", out var wished),
            from is null ? Problems.BadParameter("from", "Send from, the number of leaves of the smaller tree: from=67.") : null) is { } unreadable)
        {
            return new ProblemResult(unreadable);
        }

        if (await checkpoints.LastAsync(cancellation) is not { } last)
        {
            return new ProblemResult(LedgerProblems.NothingRecorded);
        }

        var to = wished ?? last.Size;
        if (to > last.Size)
        {
            return new ProblemResult(OutOfRange("to", $"The tree of the last checkpoint has {last.Size} leaves: send at most that."));
        }

        if (from > to)
        {
            return new ProblemResult(OutOfRange("from", $"The smaller tree comes first: send a from of at most {to}."));
        }

        var tree = new TiledTree(tiles);
        return ReadAnswer.Current(http, new ConsistencyAnswer(
            from!.Value, to, await tree.RootAsync(from.Value, cancellation), await RootAsync(to, last, tree, cancellation), await tree.ConsistencyAsync(from.Value, to, cancellation),
            (await NotedAsync(to, last, checkpoints, cancellation))?.Note));
    }

    /// <summary>As the checkpoint has it, where it is the last one's: should tiles lead to another root, the proof does not hold, and shows it.</summary>
    private static async Task<byte[]> RootAsync(long size, StoredCheckpoint last, TiledTree tree, CancellationToken cancellation) =>
        size == last.Size ? last.Root : await tree.RootAsync(size, cancellation);

    private static async Task<StoredCheckpoint?> NotedAsync(long size, StoredCheckpoint last, LedgerCheckpoints checkpoints, CancellationToken cancellation) =>
        size == last.Size ? last : await checkpoints.OfSizeAsync(size, cancellation);

    private static Problem? TryReadSize(HttpContext http, string name, out long? size)
    {
        var given = http.Request.Query[name];
        size = given.Count == 1 && long.TryParse(given[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return given.Count == 0 || size is not null ? null : Problems.BadParameter(name, $"Send {name} once, as a number of leaves: {name}=67.");
    }

    private static Problem OutOfRange(string name, FormattableString because) => Problems.Unacceptable(name, "out-of-range", because.ToString(CultureInfo.InvariantCulture));
}
