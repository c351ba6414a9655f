using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace GuaranteeTracker.Api.Hosting.LocalPostgres;

/// <summary>Where the server listens: a Unix socket in a folder that is closed to others, on Windows a free port of the loopback address. The host is the one or the other.</summary>
internal sealed record Endpoint(string Host, int Port)
{
    private const string Loopback = "127.0.0.1";
    private const string ShortName = "gt-socket-";
    private const int SocketPathLimit = 100; // bytes; systems differ, and all allow this many
    private static readonly string[] SocketFiles = [".s.PGSQL.5432", ".s.PGSQL.5432.lock"];

    private bool IsSocket => Host != Loopback;

    public IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("listen_addresses", IsSocket ? "" : Host),
        new("unix_socket_directories", IsSocket ? $"\"{Host.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : ""),
        new("port", Port.ToString(CultureInfo.InvariantCulture)),
    ];

    public string ConnectionString => new NpgsqlConnectionStringBuilder
    {
        Host = Host,
        Port = Port,
        Username = Cluster.Owner,
        Database = "postgres",
        Timezone = "UTC",
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;

    public static async Task<Endpoint> ChooseAsync(ClusterFolder folder, PostgresPrograms programs, CancellationToken ct)
    {
        if (OperatingSystem.IsWindows())
        {
            return new Endpoint(Loopback, FreePort());
        }

        // On a socket the port is no more than a part of the file's name.
        return new Endpoint(SuitsSocket(folder.Path) ? folder.Path : await ShortFolderAsync(programs.RunAs, ct), 5432);
    }

    /// <summary>Removes a folder that was made for the socket alone. To be called when its server has ended.</summary>
    public void Release(ClusterFolder folder)
    {
        if (Path.GetFileName(Host).StartsWith(ShortName, StringComparison.Ordinal) && Host != folder.Path && Directory.Exists(Host))
        {
            Array.ForEach(SocketFiles, name => File.Delete(Path.Combine(Host, name)));
            Directory.Delete(Host);
        }
    }

    // Npgsql reads a comma as a list of hosts.
    private static bool SuitsSocket(string folder) =>
        Encoding.UTF8.GetByteCount(Path.Combine(folder, SocketFiles[0])) < SocketPathLimit && !folder.Contains(',', StringComparison.Ordinal);

    private static async Task<string> ShortFolderAsync(string? user, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory(ShortName).FullName; // an unpredictable name, closed to others from the start
        if (user is not null && !OperatingSystem.IsWindows())
        {
            await UnprivilegedUser.GiveAsync(folder, user, ct);
        }

        return SuitsSocket(folder) ? folder : throw new LocalPostgresException(
            $"Neither the data folder nor {Path.GetTempPath()} is short enough for the name of a socket. Set {LocalPostgresOptions.DataDirectorySetting} or TMPDIR to a shorter one.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
