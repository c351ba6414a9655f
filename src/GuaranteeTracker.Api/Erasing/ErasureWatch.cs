using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Recording;
using Npgsql;

namespace GuaranteeTracker.Api.Erasing;

/// <summary>
/// Drops what was erased, on whichever node, from this process's memory. What decides does not depend on it: a text is only used
/// while the record has it, and names are looked up again all the time.
/// </summary>
internal sealed class ErasureWatch(KnownThings known, AnalystDirectory analysts, NpgsqlDataSource database, ILogger<ErasureWatch> log) : BackgroundService
{
    /// <summary>Again and again for a while: somebody may have read a text just before it was erased, and kept it just after.</summary>
    private const string Latest = $"select kind, subject from {Tables.Erasures} where at > $1::timestamptz - interval '1 minute'";

    private const string Now = "select clock_timestamp()";

    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pause);
        var (looked, isFailing) = (DateTime.UnixEpoch, false);
        do
        {
            try
            {
                looked = await LookAsync(looked, stoppingToken);
                isFailing = false;
            }
            catch (NpgsqlException e)
            {
                if (!isFailing)
                {
                    log.LogWarning("What was erased cannot be looked at, and stays in memory until it can: {Because}", e.Message);
                }

                isFailing = true;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <param name="since">The database's clock at the last look.</param>
    private async Task<DateTime> LookAsync(DateTime since, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var clock = new NpgsqlCommand(Now, connection);
        var now = (DateTime)(await clock.ExecuteScalarAsync(cancellation))!;
        await using var command = new NpgsqlCommand(Latest, connection) { Parameters = { new() { Value = since } } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var subject = reader.GetString(1).Split(' ');
            if (reader.GetString(0) == Takedowns.Kind)
            {
                known.ForgetText(subject[0]);
            }
            else
            {
                analysts.Forget(Guid.Parse(subject[0]));
            }
        }

        return now;
    }
}
