using System.Data;
using GuaranteeTracker.Api;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Verifying;
using GuaranteeTracker.Api.Verifying.Stored;
using Npgsql;

namespace GuaranteeTracker.Faults.Killing;

/// <summary>What must hold of a record after every fault, read from the database.</summary>
internal sealed class Soundness(NpgsqlDataSource database)
{
    private const string
        Claims = $"select stream_id, count(*) from {Tables.Events} where type = '{FactNames.ClaimRecorded}' group by stream_id",
        Holes = $"select count(*) from (select stream_id from {Tables.Events} where type <> 'tombstone' group by stream_id having count(*) <> max(version) or min(version) <> 1) holes",
        Counts = $"select count(*) from {EventStore.Schema}.mt_streams s where version <> (select count(*) from {Tables.Events} e where e.stream_id = s.id and type <> 'tombstone') and id not like '%tombstone%'",
        Uncovered = $"select count(*) from {Tables.Events} where type <> 'tombstone' and seq_id > (select coalesce(max(sequence), 0) from {Tables.Checkpoints})";

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

    /// <summary>What <c>verify</c> finds, with the key and the last note of who signed the checkpoints.</summary>
    public async Task<VerifyReport> VerifyAsync(string dataDirectory, CancellationToken cancellation)
    {
        var keys = await OwnKeys.ReadAsync(new(), dataDirectory, cancellation);
        var notes = await OwnKeys.NotesAsync(dataDirectory, keys, cancellation);
        notes.Should().NotBeEmpty("the leader keeps its last note");
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        return await new StoreVerifier(connection, keys, notes).RunAsync(_ => { }, cancellation);
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
