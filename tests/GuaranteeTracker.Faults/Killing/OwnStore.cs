using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Hosting.Databases;
using GuaranteeTracker.Api.Hosting.LocalPostgres;
using GuaranteeTracker.Api.Tests.Fixtures;
using Npgsql;

namespace GuaranteeTracker.Faults.Killing;

/// <summary>A PostgreSQL of its own, whose commits wait for the disk, to be killed and started again.</summary>
[UnsupportedOSPlatform("windows")] // processes are found and killed as on Unix
internal sealed class OwnStore : IAsyncDisposable
{
    private readonly string _folder;
    private readonly List<LocalServer> _shares;

    private OwnStore(string folder, LocalServer server, string connectionString) =>
        (_folder, _shares, ConnectionString, Source) = (folder, [server], PostgresServer.Running(connectionString), NpgsqlDataSource.Create(connectionString));

    /// <summary>The running role's.</summary>
    public string ConnectionString { get; }

    /// <summary>The owner's.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>Where the service keeps the ledger's key.</summary>
    public string DataDirectory => Path.Combine(_folder, "service");

    public static async Task<OwnStore> MakeAsync(CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("gt-killed-").FullName;
        File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute); // for the user who runs PostgreSQL for root
        var server = await LocalServer.StartAsync(new(folder, null), cancellation);
        var owner = await server.EnsureDatabaseAsync(Database.Name, cancellation);
        await Migration.RunAsync(owner, PostgresServer.Running(owner), cancellation);
        return new(folder, server, owner);
    }

    /// <summary>As <c>kill -9</c> of all of PostgreSQL at once.</summary>
    public void Kill()
    {
        var all = Servers();
        all.ForEach(Kill);
    }

    /// <summary>As <c>kill -9</c> of one connection's process; PostgreSQL then starts anew by itself.</summary>
    /// <param name="which">Any number.</param>
    /// <returns>Whether there was one to kill.</returns>
    public bool KillOne(int which)
    {
        var backends = Servers().Where(pid => ReadTitle(pid).Contains($" {Database.Name} ", StringComparison.Ordinal)).ToList();
        if (backends.Count > 0)
        {
            Kill(backends[which % backends.Count]);
        }

        return backends.Count > 0;
    }

    /// <summary>Starts PostgreSQL after <see cref="Kill()"/>, at the same address.</summary>
    public async Task StartAsync(CancellationToken cancellation) => _shares.Add(await LocalServer.StartAsync(new(_folder, null), cancellation));

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        foreach (var share in _shares)
        {
            await share.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The postmaster, then its children.</summary>
    private List<int> Servers()
    {
        var file = Directory.GetFiles(_folder, "postmaster.pid", SearchOption.AllDirectories).Single();
        var postmaster = int.Parse(File.ReadLines(file).First(), CultureInfo.InvariantCulture);
        return [postmaster, .. Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(name => name!.All(char.IsAsciiDigit)).Select(name => int.Parse(name!, CultureInfo.InvariantCulture)).Where(pid => Parent(pid) == postmaster)];
    }

    private static int? Parent(int pid) =>
        Read($"/proc/{pid}/stat") is { Length: > 0 } stat ? int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture) : null;

    private static string ReadTitle(int pid) => Read($"/proc/{pid}/cmdline").Replace('\0', ' ');

    /// <returns>Empty where the process has ended.</returns>
    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static void Kill(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            process.Kill(); // SIGKILL
        }
        catch (Exception ended) when (ended is ArgumentException or InvalidOperationException)
        {
            return;
        }
    }
}
