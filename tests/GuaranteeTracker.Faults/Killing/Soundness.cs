using System.Text.Json;
using GuaranteeTracker.Api;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Ledger;
using Npgsql;

namespace GuaranteeTracker.Faults.Killing;

/// <summary>What must hold of a record after every fault, read from the database.</summary>
internal sealed class Soundness(NpgsqlDataSource database)
{
    private const string
        Claims = $"select stream_id, count(*) from {Tables.Events} where type = '{FactNames.ClaimRecorded}' group by stream_id",
        Holes = $"select count(*) from (select stream_id from {Tables.Events} where type <> 'tombstone' group by stream_id having count(*) <> max(version) or min(version) <> 1) holes",
        Counts = $"select count(*) from {EventStore.Schema}.mt_streams s where version <> (select count(*) from {Tables.Events} e where e.stream_id = s.id and type <> 'tombstone') and id not like '%tombstone%'",
        Uncovered = $"select count(*) from {Tables.Events} where type <> 'tombstone' and seq_id > (select coalesce(max(sequence), 0) from {Tables.Checkpoints})",
        Events = $"select e.id, e.stream_id, e.version, e.type, e.timestamp, coalesce(e.headers, 'null')::text, e.data::text, l.hash, l.index from {Tables.Events} e left join {Tables.Leaves} l on l.sequence = e.seq_id where e.type <> 'tombstone' order by e.seq_id",
        Roots = $"select size, root, edge from {Tables.Checkpoints} order by size";

    /// <summary>Of claims that were acknowledged, how many are not on record; how many are there twice; how many nobody was told of.</summary>
    public async Task<(int Lost, int Doubled, int Unknown)> CountAsync(IReadOnlyCollection<Guid> acknowledged, CancellationToken cancellation)
    {
        var stored = new Dictionary<Guid, long>();
        await foreach (var row in ReadAsync(Claims, cancellation))
        {
            stored[Guid.Parse(row.GetString(0).AsSpan(Api.Recording.Streams.OfClaim.Length))] = row.GetInt64(1);
        }

        return (acknowledged.Count(id => !stored.ContainsKey(id)), stored.Values.Count(count => count > 1), stored.Keys.Except(acknowledged).Count());
    }

    /// <summary>Streams whose versions have holes, or are not as many as their events.</summary>
    public async Task<long> HolesAsync(CancellationToken cancellation) => await OneAsync(Holes, cancellation) + await OneAsync(Counts, cancellation);

    /// <summary>Events that no checkpoint covers yet.</summary>
    public Task<long> UncoveredAsync(CancellationToken cancellation) => OneAsync(Uncovered, cancellation);

    /// <summary>How many leaves are missing or no hash of their event, and how many checkpoints have another root or edge than their leaves give.</summary>
    public async Task<(long Events, int BadLeaves, int BadCheckpoints)> LedgerAsync(CancellationToken cancellation)
    {
        var (hashes, bad) = (new List<byte[]>(), 0);
        await foreach (var row in ReadAsync(Events, cancellation))
        {
            var hash = new Leaf(
                row.GetGuid(0), row.GetString(1), row.GetInt64(2), row.GetString(3), row.GetDateTime(4), JsonElement.Parse(row.GetString(5)), JsonElement.Parse(row.GetString(6))).Hash();
            bad += !row.IsDBNull(7) && row.GetFieldValue<byte[]>(7).AsSpan().SequenceEqual(hash) && row.GetInt64(8) == hashes.Count ? 0 : 1;
            hashes.Add(hash);
        }

        var (frontier, badCheckpoints) = (Frontier.Empty(), 0);
        await foreach (var row in ReadAsync(Roots, cancellation))
        {
            while (frontier.Size < row.GetInt64(0) && frontier.Size < hashes.Count)
            {
                frontier.Append(hashes[(int)frontier.Size]);
            }

            badCheckpoints += frontier.Root().AsSpan().SequenceEqual(row.GetFieldValue<byte[]>(1)) && frontier.Write().AsSpan().SequenceEqual(row.GetFieldValue<byte[]>(2)) ? 0 : 1;
        }

        return (hashes.Count, bad, badCheckpoints);
    }

    private async Task<long> OneAsync(string sql, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private async IAsyncEnumerable<NpgsqlDataReader> ReadAsync(string sql, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            yield return reader;
        }
    }
}
