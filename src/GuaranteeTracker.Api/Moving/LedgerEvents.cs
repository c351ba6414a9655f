using System.Runtime.CompilerServices;
using System.Text.Json;
using GuaranteeTracker.Api.Recording;
using Npgsql;

namespace GuaranteeTracker.Api.Moving;

/// <summary>
/// Reads the record in the order of its leaves, which is that in which it is known. No statement lasts longer than a piece takes,
/// so that whoever is slow to write it down holds up nobody.
/// </summary>
internal sealed class LedgerEvents(NpgsqlDataSource database)
{
    private const int LargestAtOnce = 4 * 1024 * 1024;

    private const string
        Stretch =
            $"""
            select coalesce(max(size) filter (where sequence <= $1), 0), coalesce(max(sequence) filter (where sequence <= $1), 0),
              coalesce(min(size) filter (where sequence > $1), max(size), 0)
            from {Tables.Checkpoints}
            """,
        Known = "(leaf.index < $1 or (leaf.index < $3 and leaf.sequence > $2 and leaf.sequence <= $4))",
        Count = $"select count(*) from {Tables.Leaves} leaf where {Known}",
        Textless =
            $"""
            select e.stream_id from {Tables.Leaves} leaf join {Tables.Events} e on e.seq_id = leaf.sequence
            where {Known} and e.type = '{FactNames.SourceRegistered}'
              and not exists (select from {Tables.SourceTexts} kept where kept.sha256 = e.data ->> 'textSha256')
            order by leaf.index
            """,
        Uncovered = $"select count(*) from {Tables.Events} where seq_id > (select coalesce(max(sequence), 0) from {Tables.Checkpoints}) and type <> '{FactNames.Tombstone}'",
        Read =
            $"""
            select leaf.index, leaf.sequence, e.id, e.stream_id, e.version, e.type, e.timestamp, coalesce(e.headers, 'null')::text, e.data::text
            from {Tables.Leaves} leaf left join {Tables.Events} e on e.seq_id = leaf.sequence
            where leaf.index >= $5 and {Known} order by leaf.index limit 1000
            """;

    /// <summary>What is known at a K.</summary>
    /// <param name="k">Covered by a checkpoint.</param>
    public async Task<LedgerStretch> FindAsync(long k, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Stretch);
        command.Parameters.Add(new() { Value = k });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), k);
    }

    public async Task<long> CountAsync(LedgerStretch stretch, CancellationToken cancellation)
    {
        await using var command = Command(Count, stretch);
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>The streams of those sources whose text was taken down.</summary>
    public async Task<IReadOnlyList<string>> TextlessAsync(LedgerStretch stretch, CancellationToken cancellation)
    {
        await using var command = Command(Textless, stretch);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var streams = new List<string>();
        while (await reader.ReadAsync(cancellation))
        {
            streams.Add(reader.GetString(0));
        }

        return streams;
    }

    /// <summary>How many events no checkpoint covers yet.</summary>
    public async Task<long> UncoveredAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Uncovered);
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <exception cref="ExportException">An event that the ledger has is not there any more.</exception>
    public async IAsyncEnumerable<LedgerEvent> ReadAsync(LedgerStretch stretch, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var from = 0L; ;)
        {
            var (events, next) = await ReadAsync(stretch, from, cancellation);
            foreach (var e in events)
            {
                yield return e;
            }

            if (events.Count == 0)
            {
                yield break;
            }

            from = next;
        }
    }

    private async Task<(List<LedgerEvent> Events, long Next)> ReadAsync(LedgerStretch stretch, long from, CancellationToken cancellation)
    {
        await using var command = Command(Read, stretch);
        command.Parameters.Add(new() { Value = from });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var (events, next, size) = (new List<LedgerEvent>(), from, 0);
        while (size < LargestAtOnce && await reader.ReadAsync(cancellation))
        {
            var sequence = reader.GetInt64(1);
            if (reader.IsDBNull(2))
            {
                throw new ExportException($"Event {sequence} is in the ledger, and not among the events: somebody deleted it. Put it back from a backup.");
            }

            var e = new LedgerEvent(
                reader.GetInt64(0), sequence, reader.GetGuid(2), reader.GetString(3), reader.GetInt64(4), reader.GetString(5), reader.GetDateTime(6),
                JsonElement.Parse(reader.GetString(7)), reader.GetString(8));
            events.Add(e);
            (next, size) = (e.Index + 1, size + e.Data.Length);
        }

        return (events, next);
    }

    private NpgsqlCommand Command(string sql, LedgerStretch stretch)
    {
        var command = database.CreateCommand(sql);
        command.CommandTimeout = 0;
        foreach (var bound in (long[])[stretch.Size, stretch.Settled, stretch.LargerSize, stretch.K])
        {
            command.Parameters.Add(new() { Value = bound });
        }

        return command;
    }
}

/// <summary>The leaves that are known at a K.</summary>
/// <param name="Size">How many leaves the last checkpoint up to K has: all of them.</param>
/// <param name="Settled">Its sequence number.</param>
/// <param name="LargerSize">How many the checkpoint after it has: of these, those of numbers up to K, unless they are stragglers.</param>
internal sealed record LedgerStretch(long Size, long Settled, long LargerSize, long K);
