using System.Data;
using System.Globalization;
using System.Runtime.CompilerServices;
using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Api.Recording.Rows;
using Npgsql;
using NpgsqlTypes;

namespace GuaranteeTracker.Api.Recording.Rebuilding;

/// <summary>Reads the record as checkpoints cover it, in the order in which it is known.</summary>
/// <param name="connection">Nothing else may use it meanwhile.</param>
internal sealed class KnownEvents(NpgsqlConnection connection)
{
    private const int MostAtOnce = 10_000;

    private const string
        Columns = "seq_id, type, timestamp, data",
        AllGaps = $"select first, last from {Tables.Gaps} order by first";

    /// <summary>Everything known from a checkpoint after the one number up to the other, inclusive, in pieces to be folded one after another.</summary>
    public async IAsyncEnumerable<RowFold> ReadAsync(long after, long upTo, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (gaps, stragglers) = await ReadOutOfOrderAsync(after, cancellation);
        var late = stragglers.Select(straggler => straggler.Sequence).ToHashSet();
        var fold = new RowFold();
        foreach (var stretch in Stretch.Between(after, upTo, stragglers.Where(straggler => straggler.Known <= upTo)))
        {
            var isPage = stretch.Stragglers.Count > 0;
            if (isPage)
            {
                yield return fold;
                fold = new();
                await AddStragglersAsync(fold, stretch, cancellation);
            }

            await using var events = await connection.BeginBinaryExportAsync(Copy($"seq_id > {stretch.After} and seq_id <= {stretch.UpTo}"), cancellation);
            events.Timeout = TimeSpan.Zero;
            while (await events.StartRowAsync(cancellation) >= 0)
            {
                // Asking for each column asynchronously costs more than reading it.
                var sequence = events.Read<long>(NpgsqlDbType.Bigint);
                var type = events.Read<string>(NpgsqlDbType.Text);
                var recordedAt = events.Read<DateTime>(NpgsqlDbType.TimestampTz);
                var data = events.Read<byte[]>(NpgsqlDbType.Jsonb);
                if (gaps.Hold(sequence) || late.Contains(sequence))
                {
                    continue;
                }

                fold.Add(sequence, sequence, type, recordedAt, data);
                if (fold.Count >= MostAtOnce && !isPage)
                {
                    yield return fold;
                    fold = new();
                }
            }
        }

        yield return fold;
    }

    private async Task<(PassedGaps Gaps, List<Straggler> Stragglers)> ReadOutOfOrderAsync(long after, CancellationToken cancellation)
    {
        // Of one moment: the leader turns a gap into a straggler.
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var gaps = new List<Gap>();
        await using (var command = new NpgsqlCommand(AllGaps, connection))
        await using (var reader = await command.ExecuteReaderAsync(cancellation))
        {
            while (await reader.ReadAsync(cancellation))
            {
                gaps.Add(new(reader.GetInt64(0), reader.GetInt64(1)));
            }
        }

        return (new(gaps), await Straggler.ReadAsync(connection, after, cancellation));
    }

    private async Task AddStragglersAsync(RowFold fold, Stretch page, CancellationToken cancellation)
    {
        var known = page.Stragglers.ToDictionary(straggler => straggler.Sequence, straggler => straggler.Known);
        await using var events = await connection.BeginBinaryExportAsync(Copy($"seq_id in ({string.Join(',', known.Keys)})"), cancellation);
        while (await events.StartRowAsync(cancellation) >= 0)
        {
            var sequence = await events.ReadAsync<long>(NpgsqlDbType.Bigint, cancellation);
            var type = await events.ReadAsync<string>(NpgsqlDbType.Text, cancellation);
            var recordedAt = await events.ReadAsync<DateTime>(NpgsqlDbType.TimestampTz, cancellation);
            fold.Add(known[sequence], sequence, type, recordedAt, await events.ReadAsync<byte[]>(NpgsqlDbType.Jsonb, cancellation));
        }
    }

    private static string Copy(FormattableString which) =>
        $"copy (select {Columns} from {Tables.Events} where {which.ToString(CultureInfo.InvariantCulture)} and type <> '{FactNames.Tombstone}' order by seq_id) to stdout (format binary)";
}
