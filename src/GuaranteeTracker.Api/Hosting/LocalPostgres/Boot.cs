namespace GuaranteeTracker.Api.Hosting.LocalPostgres;

/// <summary>One attempt to start the server.</summary>
internal sealed class Boot(PostgresPrograms programs, ClusterFolder folder, IReadOnlyDictionary<string, string>? settings)
{
    private const long LogLimit = 10 * 1024 * 1024;
    private static readonly string[] PassingTroubles = ["already exists", "still in use", "Address already in use"];

    /// <summary>Why the server did not start; one that passes may not meet a later attempt.</summary>
    internal sealed record Refusal(string Words, bool Passes);

    // What a killed server left; its process number may be somebody else's by now.
    private readonly PostmasterFile? _left = PostmasterFile.Read(folder);

    /// <returns>Null: the server accepts connections.</returns>
    /// <exception cref="OperationCanceledException">Nothing has been left running.</exception>
    public async Task<Refusal?> RunAsync(CancellationToken ct)
    {
        var endpoint = await Endpoint.ChooseAsync(folder, programs, ct);
        await SettingsFile.WriteAsync(folder, endpoint, settings, ct);
        var logged = BeginLog();
        var started = await StartAsync(endpoint, ct);
        if (started.Succeeded)
        {
            _left?.Endpoint?.Release(folder);
            return null;
        }

        endpoint.Release(folder);
        var words = $"{started.Output} {await LogSinceAsync(logged, ct)}".Trim();
        return new Refusal(words, PassingTroubles.Any(trouble => words.Contains(trouble, StringComparison.Ordinal)));
    }

    // pg_ctl gives the server a session of its own, so that Ctrl+C in a terminal, which signals the terminal's
    // processes, does not reach it: only the service decides when it stops.
    private async Task<ChildProcess.Outcome> StartAsync(Endpoint endpoint, CancellationToken ct)
    {
        string[] arguments = ["-D", folder.Data, "-w", "-t", "600", "-s", "-l", folder.Log, "start"];
        var start = programs.RunAsync("pg_ctl", folder.Path, arguments, CancellationToken.None); // killed, it would leave the server behind
        try
        {
            return await start.WaitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            await StopNewAsync();
            await start;
            await StopNewAsync();
            endpoint.Release(folder);
            throw;
        }
    }

    private async Task StopNewAsync()
    {
        if (PostmasterFile.Read(folder) is { } now && (now.Pid, now.Started) != (_left?.Pid, _left?.Started))
        {
            await new ClusterServer(programs, folder, settings).StopAsync(CancellationToken.None);
        }
    }

    private long BeginLog()
    {
        var log = new FileInfo(folder.Log);
        if (log is { Exists: true, Length: > LogLimit })
        {
            log.Delete();
        }

        log.Refresh();
        return log.Exists ? log.Length : 0;
    }

    private async Task<string> LogSinceAsync(long position, CancellationToken ct)
    {
        if (!File.Exists(folder.Log))
        {
            return "";
        }

        await using var log = new FileStream(folder.Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.Position = Math.Min(position, log.Length);
        using var reader = new StreamReader(log);
        return await reader.ReadToEndAsync(ct);
    }
}
