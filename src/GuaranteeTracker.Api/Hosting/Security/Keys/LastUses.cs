using System.Collections.Concurrent;
using System.Threading.Channels;
using GuaranteeTracker.Api.Recording;
using Npgsql;

namespace GuaranteeTracker.Api.Hosting.Security.Keys;

/// <summary>Keeps when each stored key was used: to the minute, behind the requests, and none fails with it.</summary>
internal sealed class LastUses(NpgsqlDataSource database, TimeProvider clock, ILogger<LastUses> log) : BackgroundService
{
    private const string Used = $"""
        update {Tables.Keys} set last_used = clock_timestamp()
        where id = $1 and (last_used is null or last_used < clock_timestamp() - interval '1 minute')
        """;

    private static readonly TimeSpan _pause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, long> _noted = new();

    private readonly Channel<Guid> _uses = Channel.CreateBounded<Guid>(new BoundedChannelOptions(1_024) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <summary>Never waits.</summary>
    public void Note(Guid key)
    {
        if (_noted.TryGetValue(key, out var last) && clock.GetElapsedTime(last) < _pause)
        {
            return;
        }

        _noted[key] = clock.GetTimestamp();
        _uses.Writer.TryWrite(key);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var key in _uses.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await using var used = database.CreateCommand(Used);
                used.Parameters.Add(new() { Value = key });
                await used.ExecuteNonQueryAsync(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException)
            {
                log.LogInformation("When key {Key} was used could not be kept: {Why}", key, e.Message); // its next use in a minute is kept, or the one after
            }
        }
    }
}
