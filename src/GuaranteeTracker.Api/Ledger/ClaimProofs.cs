using System.Text;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Ledger.Trees;
using Marten;
using Npgsql;

namespace GuaranteeTracker.Api.Ledger;

/// <summary>Proves all that happened to a claim, and to the source that its words are from.</summary>
internal sealed class ClaimProofs(NpgsqlDataSource database, LedgerCheckpoints checkpoints, StoredTiles tiles)
{
    private const string Read =
        $"""
        select {StoredEvents.Columns}, l.index, l.hash from {Tables.Events} e left join {Tables.Leaves} l on l.sequence = e.seq_id
        where e.stream_id = any($1) and e.type <> '{FactNames.Tombstone}' order by l.index
        """;

    /// <param name="showsLeaf">Whether the caller may know what is in the leaves: the analyst's pseudonym, too.</param>
    /// <returns>Null where there is no such claim.</returns>
    public async Task<ClaimProof?> ProveAsync(Guid id, bool showsLeaf, IQuerySession session, CancellationToken cancellation)
    {
        if (await session.FindClaimAsync(id, cancellation) is not { } claim)
        {
            return null;
        }

        var events = await ReadAsync([Streams.Claim(id), Streams.Source(claim.State.Content.Evidence.Source)], cancellation);
        var last = await checkpoints.LastAsync(cancellation); // after the events, so that it covers every leaf of theirs
        var tree = new TiledTree(tiles);
        var proven = new List<ProvenEvent>();
        foreach (var (e, place) in events)
        {
            if (place is { } leaf)
            {
                proven.Add(new(
                    e.Sequence, e.Id, e.Stream, e.Version, e.Type, leaf.Index, leaf.Hash, await tree.InclusionAsync(leaf.Index, last!.Size, cancellation),
                    showsLeaf ? Encoding.UTF8.GetString(e.Canonical()) : null));
            }
        }

        return new(id, last?.Size ?? 0, last?.Root ?? TreeHash.Empty(), last?.Note, events.Count - proven.Count, proven);
    }

    private async Task<List<(StoredEvent Event, (long Index, byte[] Hash)? Leaf)>> ReadAsync(string[] streams, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Read);
        command.Parameters.Add(new() { Value = streams });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var events = new List<(StoredEvent, (long, byte[])?)>();
        while (await reader.ReadAsync(cancellation))
        {
            events.Add((StoredEvents.Read(reader), reader.IsDBNull(8) ? null : (reader.GetInt64(8), reader.GetFieldValue<byte[]>(9))));
        }

        return events;
    }
}
