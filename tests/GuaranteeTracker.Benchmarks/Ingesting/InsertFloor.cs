using System.Diagnostics;
using GuaranteeTracker.Benchmarks.Loading;
using GuaranteeTracker.Benchmarks.Measuring;
using Npgsql;
using NpgsqlTypes;

namespace GuaranteeTracker.Benchmarks.Ingesting;

/// <summary>The floor under single posts: rows inserted one by one over 32 connections, prepared, each in a transaction of its own.</summary>
internal sealed class InsertFloor(NpgsqlDataSource database, string[] payload)
{
    public const int Connections = 32;

    private long _number;

    public async Task<Burst> RunAsync(TimeSpan time, CancellationToken cancellation)
    {
        var connections = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => database.OpenConnectionAsync(cancellation).AsTask()));
        var start = Stopwatch.GetTimestamp();
        var end = start + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var workers = await Task.WhenAll(connections.Select(connection => Task.Run(() => InsertAsync(connection, end, cancellation), cancellation)));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var samples = new Samples();
        foreach (var sample in workers.SelectMany(times => times))
        {
            samples.Add(sample);
        }

        return new(samples.Count, samples.Count / seconds, samples.Median, samples.P99, samples.At(0.999), 0, new Dictionary<int, int>());
    }

    private async Task<List<TimeSpan>> InsertAsync(NpgsqlConnection connection, long end, CancellationToken cancellation)
    {
        await using var owned = connection;
        var (id, stream, data) = (new NpgsqlParameter<Guid>(), new NpgsqlParameter<string>(), new NpgsqlParameter<string> { NpgsqlDbType = NpgsqlDbType.Jsonb });
        await using var command = new NpgsqlCommand($"insert into {FloorTable.Name} ({FloorTable.Columns}) values ($1, $2, $3)", connection) { Parameters = { id, stream, data } };
        (id.TypedValue, stream.TypedValue, data.TypedValue) = (Guid.Empty, "", payload[0]);
        await command.PrepareAsync(cancellation);
        var times = new List<TimeSpan>();
        while (Stopwatch.GetTimestamp() < end)
        {
            id.TypedValue = Guid.CreateVersion7();
            stream.TypedValue = FloorTable.Stream(id.TypedValue);
            data.TypedValue = payload[Interlocked.Increment(ref _number) % payload.Length];
            var begun = Stopwatch.GetTimestamp();
            await command.ExecuteNonQueryAsync(cancellation);
            times.Add(Stopwatch.GetElapsedTime(begun));
        }

        return times;
    }
}
