using System.Diagnostics;
using System.Runtime.Versioning;
using GuaranteeTracker.Api.Hosting.LocalPostgres;
using Npgsql;

namespace GuaranteeTracker.Api.Tests.Hosting;

/// <summary>A data folder of the test's own; whatever still runs there afterwards is killed.</summary>
[UnsupportedOSPlatform("windows")] // folders are closed and processes killed as on Unix
public abstract class LocalPostgresTestBase(MadeCluster made) : IAsyncLifetime
{
    protected string Root { get; } = Directory.CreateTempSubdirectory("gt-local-").FullName;

    protected MadeCluster Made => made;

    public Task InitializeAsync()
    {
        MadeCluster.Open(Root);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        foreach (var cluster in Clusters())
        {
            await KillAsync(cluster);
        }

        Directory.Delete(Root, recursive: true);
    }

    private protected Task<LocalServer> StartAsync() => LocalServer.StartAsync(new LocalPostgresOptions(Root, null), default);

    private protected async Task<LocalServer> StartWarmAsync()
    {
        await made.CopyToAsync(Root);
        return await StartAsync();
    }

    private protected async Task<ClusterFolder> PrepareAsync() =>
        await DataFolder.PrepareAsync(Root, await MadeCluster.ProgramsAsync(), default);

    private protected IEnumerable<ClusterFolder> Clusters() =>
        Directory.GetFiles(Root, "postmaster.pid", SearchOption.AllDirectories)
            .Select(pidFile => new ClusterFolder(Path.GetDirectoryName(Path.GetDirectoryName(pidFile))!));

    private protected static async Task KillAsync(ClusterFolder folder)
    {
        if (PostmasterFile.Read(folder) is { IsAlive: true } running)
        {
            using var process = Process.GetProcessById(running.Pid);
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    protected static async Task<object?> AskAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    protected static async Task<bool> CanConnectAsync(string connectionString)
    {
        try
        {
            await AskAsync(connectionString, "select 1");
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
