using System.Globalization;
using GuaranteeTracker.Api.Recording;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GuaranteeTracker.Api.Tests.Fixtures;

/// <summary>What a test sees of the record's checkpoints.</summary>
internal static class Settling
{
    /// <summary>Waits until a checkpoint covers all that is recorded.</summary>
    /// <returns>The sequence number of the last fact.</returns>
    public static async Task<long> SettleAsync(this Tracker tracker)
    {
        long sequence = 0;
        await Eventually.TrueAsync(
            async () =>
            {
                var known = (await tracker.Public.GetJsonAsync("/api/picture?actor=nobody"))["known"]!;
                sequence = known["sequence"]!.GetValue<long>();
                return known["pending"]!.GetValue<int>() == 0;
            },
            "a checkpoint follows every recording");
        return sequence;
    }

    /// <summary>All checkpoints, in the order of their sequence.</summary>
    public static async Task<List<(long Sequence, DateTime At)>> CheckpointsAsync(this Tracker tracker)
    {
        await using var command = tracker.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand($"select sequence, at from {Tables.Checkpoints} order by sequence");
        await using var reader = await command.ExecuteReaderAsync();
        var checkpoints = new List<(long, DateTime)>();
        while (await reader.ReadAsync())
        {
            checkpoints.Add((reader.GetInt64(0), reader.GetDateTime(1)));
        }

        return checkpoints;
    }

    /// <summary>The last checkpoint's sequence number; 0 where there is none.</summary>
    public static Task<long> CoveredAsync(this Tracker tracker) =>
        tracker.QueryAsync<long>($"select coalesce(max(sequence), 0) from {Tables.Checkpoints}");

    /// <summary>The database's clock.</summary>
    public static Task<DateTime> NowAsync(this Tracker tracker) => tracker.QueryAsync<DateTime>("select clock_timestamp()");

    /// <summary>An instant as an address takes it.</summary>
    public static string Write(this DateTime instant) => instant.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture);
}
