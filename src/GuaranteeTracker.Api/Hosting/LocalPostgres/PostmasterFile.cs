using System.Diagnostics;
using System.Globalization;

namespace GuaranteeTracker.Api.Hosting.LocalPostgres;

/// <summary>What a server says of itself in postmaster.pid. The file outlives a server that was killed; it names no endpoint until the server listens.</summary>
internal sealed record PostmasterFile(int Pid, string Started, Endpoint? Endpoint, bool IsReady)
{
    public bool IsAlive
    {
        get
        {
            try
            {
                using var process = Process.GetProcessById(Pid);
                return process.ProcessName.StartsWith("postgres", StringComparison.Ordinal); // the number may be another's by now
            }
            catch (Exception ended) when (ended is ArgumentException or InvalidOperationException)
            {
                return false;
            }
        }
    }

    /// <returns>Null where there is none, or its first line is not written yet.</returns>
    public static PostmasterFile? Read(ClusterFolder folder)
    {
        try
        {
            return Parse(File.ReadAllLines(Path.Combine(folder.Data, "postmaster.pid")));
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    // Lines: pid, data folder, start time, port, socket folder, listen address, shared memory, status.
    private static PostmasterFile? Parse(string[] lines)
    {
        string Line(int number) => lines.Length >= number ? lines[number - 1].Trim() : "";
        if (!int.TryParse(Line(1), CultureInfo.InvariantCulture, out var pid))
        {
            return null;
        }

        var host = Line(5).Length > 0 ? Line(5) : Line(6);
        var listens = host.Length > 0 && int.TryParse(Line(4), CultureInfo.InvariantCulture, out _);
        var endpoint = listens ? new Endpoint(host, int.Parse(Line(4), CultureInfo.InvariantCulture)) : null;
        return new PostmasterFile(pid, Line(3), endpoint, listens && Line(8) == "ready");
    }
}
