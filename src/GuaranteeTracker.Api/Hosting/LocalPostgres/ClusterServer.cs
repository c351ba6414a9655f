using System.Diagnostics;
using Npgsql;

namespace GuaranteeTracker.Api.Hosting.LocalPostgres;

/// <summary>The server of one cluster. Whoever calls holds the start lock.</summary>
internal sealed class ClusterServer(PostgresPrograms programs, ClusterFolder folder, IReadOnlyDictionary<string, string>? settings)
{
    // Children of a killed server hold its memory for a second or two; until they are gone no other can start.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private Exception? _unreachable;
    private bool _booted;

    /// <returns>The connection string of the server that runs, or has been started.</returns>
    /// <exception cref="OperationCanceledException">A server that this call started has been stopped.</exception>
    public async Task<string> AttachOrBootAsync(CancellationToken ct)
    {
        try
        {
            return await RepeatAsync(ct);
        }
        catch when (_booted)
        {
            await StopAsync(CancellationToken.None);
            throw;
        }
    }

    /// <summary>Ends all connections and stops the server; none running is well too.</summary>
    public async Task StopAsync(CancellationToken ct)
    {
        if (PostmasterFile.Read(folder) is not { IsAlive: true } running)
        {
            return;
        }

        var stopped = await programs.RunAsync("pg_ctl", folder.Path, ["-D", folder.Data, "-m", "fast", "-w", "-t", "60", "-s", "stop"], ct);
        if (!stopped.Succeeded && running.IsAlive)
        {
            throw new LocalPostgresException($"PostgreSQL (process {running.Pid}) did not stop: {stopped.Output}. Its log is {folder.Log}; end that process.");
        }

        running.Endpoint?.Release(folder);
    }

    private async Task<string> RepeatAsync(CancellationToken ct)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(Pause, ct))
        {
            if (await AttachAsync(ct) is { } running)
            {
                return running;
            }

            var refusal = await new Boot(programs, folder, settings).RunAsync(ct);
            if (refusal is null && !_booted)
            {
                _booted = true;
                waited.Restart(); // it may have recovered for long before it accepted connections
                continue;
            }

            if (refusal is { Passes: false } || waited.Elapsed > Patience)
            {
                throw new LocalPostgresException($"PostgreSQL did not start, or cannot be reached. It said: {refusal?.Words ?? _unreachable?.Message}. Its log is {folder.Log}; put right what it names, or set {LocalPostgresOptions.ConnectionStringSetting} to another database.", _unreachable);
            }
        }
    }

    private async Task<string?> AttachAsync(CancellationToken ct)
    {
        if (PostmasterFile.Read(folder) is not { IsReady: true, Endpoint: { } endpoint })
        {
            return null;
        }

        try
        {
            await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(endpoint.ConnectionString) { Pooling = false }.ConnectionString);
            await connection.OpenAsync(ct);
            await using var question = new NpgsqlCommand("select current_setting('data_directory')", connection);
            return IsThisCluster((string?)await question.ExecuteScalarAsync(ct)) ? endpoint.ConnectionString : null;
        }
        catch (NpgsqlException unreachable) // the file of a server that is gone, or is just stopping
        {
            _unreachable = unreachable;
            return null;
        }
    }

    // After a kill another server may have got the port that the file names.
    private bool IsThisCluster(string? data) => data is not null && Path.GetFullPath(data) == folder.Data;
}
