using System.Globalization;
using System.Security.Cryptography;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Api.Recording.Rows;
using GuaranteeTracker.Api.Recording.Signing;
using GuaranteeTracker.Ledger;
using GuaranteeTracker.Ledger.Notes;
using Npgsql;

namespace GuaranteeTracker.Benchmarks.Ingesting;

/// <summary>What the leader does for the ledger alone, over tables of its own that are like the leader's. Reading events and committing are not in it: it does both anyway, for its rows.</summary>
internal sealed class LedgerPart : IAsyncDisposable
{
    private const string
        Leaves = "ledger_part_leaves", Tiles = "ledger_part_tiles", Checkpoints = "ledger_part_checkpoints",
        Make = $"create table {Leaves} (like {Tables.Leaves} including all); create table {Tiles} (like {Tables.Tiles} including all); create table {Checkpoints} (like {Tables.Checkpoints} including all)",
        AddTiles = $"insert into {Tiles} (level, index, hash) select * from unnest($1, $2, $3)",
        AddCheckpoint = $"insert into {Checkpoints} ({StoredCheckpoint.Columns}, edge) values ($1, $2, $3, $4, $5, $6)";

    private static readonly NoteSigner _signer = MakeSigner();

    private readonly NpgsqlConnection _connection;
    private readonly KeptNote _kept;
    private Frontier _frontier = Frontier.Empty();
    private DateTime _at = DateTime.UnixEpoch;

    private LedgerPart(NpgsqlConnection connection, KeptNote kept) => (_connection, _kept) = (connection, kept);

    public static async Task<LedgerPart> MakeAsync(NpgsqlDataSource database, string data, CancellationToken cancellation)
    {
        var connection = await database.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(Make, cancellation);
        return new(connection, new(Path.Combine(data, "ledger-part")));
    }

    public async Task<IReadOnlyList<StoredEvent>> ReadAsync(long after, long upTo, CancellationToken cancellation)
    {
        var events = new List<StoredEvent>();
        for (var last = after; last < upTo;)
        {
            var (read, reached) = await StoredEvents.ReadBetweenAsync(_connection, last, upTo, cancellation);
            events.AddRange(read.Where(e => !e.IsTombstone));
            last = reached;
        }

        return events;
    }

    public async Task RunAsync(IReadOnlyList<StoredEvent> events, int steps, CancellationToken cancellation)
    {
        await using var transaction = await _connection.BeginTransactionAsync(cancellation);
        foreach (var step in events.Chunk(Math.Max(1, (events.Count + steps - 1) / steps)))
        {
            await StepAsync(step, cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    public static string DescribeSignatures()
    {
        const int count = 5_000;
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < count; i++)
        {
            _signer.Sign("tracker.example.org/log\n1234567\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\nsequence 1234999\nat 2026-11-22T22:44:13.297550Z\n");
        }

        return string.Create(CultureInfo.InvariantCulture, $"a signature takes {(Environment.CpuUsage.TotalTime - before).TotalMicroseconds / count:0} µs of processor time, mean of {count}");
    }

    public async ValueTask DisposeAsync() => await _connection.DisposeAsync();

    private async Task StepAsync(IReadOnlyList<StoredEvent> step, CancellationToken cancellation)
    {
        var page = CheckpointPage.Of(new(null, _frontier), step[^1].Sequence, [], step);
        _frontier = page.Frontier;
        var rows = new BinaryRows();
        for (var i = 0; i < page.Events.Count; i++)
        {
            rows.Row(3).Add(page.First + i).Add(page.Events[i].Sequence).Add(page.Hashes[i]);
        }

        await rows.CopyAsync(_connection, $"{Leaves} (index, sequence, hash)", cancellation);
        var (root, at) = (page.Frontier.Root(), _at = _at.AddMicroseconds(1));
        var note = _signer.Sign(new CheckpointText("tracker.example.org/log", page.Frontier.Size, root, page.Sequence, at).ToString()).ToString();
        await using var batch = new NpgsqlBatch(_connection)
        {
            BatchCommands =
            {
                Sql.Of(AddTiles, page.Tiles.Select(tile => (short)tile.Level).ToArray(), page.Tiles.Select(tile => tile.Index).ToArray(), page.Tiles.Select(tile => tile.Hash).ToArray()),
                Sql.Of(AddCheckpoint, page.Frontier.Size, page.Sequence, at, root, note, page.Frontier.Write()),
            },
        };
        await batch.ExecuteNonQueryAsync(cancellation);
        await _kept.WriteAsync(note);
    }

    private static NoteSigner MakeSigner()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new("tracker.example.org/log", key.ExportPkcs8PrivateKeyPem());
    }
}
