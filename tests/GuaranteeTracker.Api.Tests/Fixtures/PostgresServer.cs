using System.Diagnostics;
using DotNet.Testcontainers.Builders;
using GuaranteeTracker.Api.Hosting.Databases;
using GuaranteeTracker.Api.Hosting.LocalPostgres;
using Npgsql;
using Testcontainers.PostgreSql;

namespace GuaranteeTracker.Api.Tests.Fixtures;

/// <summary>
/// One real PostgreSQL for the whole test run, started by whoever asks first: the one that GT_TEST_POSTGRES names
/// (a connection string that may create databases), else a container where a Docker daemon answers, else a local one.
/// Nothing of the latter two outlives the run, even when it is killed.
/// </summary>
internal static class PostgresServer
{
    private const string Image = "postgres:17.11-bookworm";

    private static readonly Lazy<Task<string>> Started = new(StartAsync);
    private static readonly SemaphoreSlim Creating = new(1);
    private static readonly Dictionary<string, string> ForgetfulAndFast = new(StringComparer.Ordinal)
    {
        ["fsync"] = "off",
        ["synchronous_commit"] = "off",
        ["full_page_writes"] = "off",
    };

    private static Process? _watchdog; // held, for its input ends with this process

    /// <summary>The same database as the running role, whose password is the same in every test run: roles belong to the whole server.</summary>
    public static string Running(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Username = DatabaseRoles.Service, Password = DatabaseRoles.Service }.ConnectionString;

    /// <summary>Names the maintenance database, not one to write to.</summary>
    public static Task<string> ConnectionStringAsync() => Started.Value;

    /// <returns>The connection string of a new database: a copy of <paramref name="template"/>, which nobody may be connected to, or an empty one.</returns>
    public static async Task<string> CreateDatabaseAsync(string? template)
    {
        var name = $"gt_{Guid.NewGuid():N}";
        using var quoting = new NpgsqlCommandBuilder();
        await ExecuteAsync($"create database {name}" + (template is null ? "" : $" template {quoting.QuoteIdentifier(template)}"));
        return new NpgsqlConnectionStringBuilder(await ConnectionStringAsync()) { Database = name, MaxPoolSize = 20 }.ConnectionString;
    }

    /// <summary>Ends the database's connections and removes it. Worth calling for a server that outlives the run.</summary>
    public static Task DropDatabaseAsync(string connectionString) =>
        ExecuteAsync($"drop database if exists {new NpgsqlConnectionStringBuilder(connectionString).Database} with (force)");

    private static async Task ExecuteAsync(string sql)
    {
        var server = await ConnectionStringAsync();
        await Creating.WaitAsync(); // copies of one template must not be made at the same time
        try
        {
            await using var connection = new NpgsqlConnection(server);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
        finally
        {
            Creating.Release();
        }
    }

    private static async Task<string> StartAsync()
    {
        Environment.SetEnvironmentVariable("GuaranteeTracker__AllowUnsafeDatabase", "Durability"); // a test's server may forget; child processes run on it too
        var server = Environment.GetEnvironmentVariable("GT_TEST_POSTGRES") is { Length: > 0 } given
            ? given
            : await StartContainerAsync() ?? await StartLocalAsync();
        return new NpgsqlConnectionStringBuilder(server) { Timezone = "UTC" }.ConnectionString;
    }

    /// <returns>Null where no Docker daemon answers. The library's own watcher removes the container after the run.</returns>
    private static async Task<string?> StartContainerAsync()
    {
        try
        {
            var container = new PostgreSqlBuilder(Image).WithCommand("-c", "max_connections=200").Build();
            await container.StartAsync();
            return container.GetConnectionString();
        }
        catch (DockerUnavailableException)
        {
            return null;
        }
    }

    private static async Task<string> StartLocalAsync()
    {
        if (OperatingSystem.IsWindows())
        {
            throw new InvalidOperationException("No Docker daemon answers. Start one, or set GT_TEST_POSTGRES to a connection string that may create databases.");
        }

        var folder = Directory.CreateTempSubdirectory("gt-tests-").FullName;
        File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute); // for the user who runs PostgreSQL for root
        Watch(folder);
        return (await LocalServer.StartAsync(new LocalPostgresOptions(folder, null, ForgetfulAndFast), default)).ConnectionString;
    }

    /// <summary>Starts a process that waits until this one ends, however it ends, then stops the server and removes its folder.</summary>
    private static void Watch(string folder)
    {
        const string script = """
            trap '' INT TERM HUP
            exec > /dev/null 2>&1
            cat
            for file in "$1"/pg*/data/postmaster.pid; do
              kill -QUIT "$(head -n 1 "$file")" || continue
              for try in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do [ -e "$file" ] && sleep 0.1; done
            done
            rm -rf "$1"
            """;
        var watchdog = Process.Start(new ProcessStartInfo("sh", ["-c", script, "watchdog", folder])
        {
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _watchdog = watchdog;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            watchdog.StandardInput.Close();
            watchdog.WaitForExit(TimeSpan.FromSeconds(5));
        };
    }
}
