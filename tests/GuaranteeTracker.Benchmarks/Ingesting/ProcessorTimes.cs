using System.Globalization;
using Npgsql;

namespace GuaranteeTracker.Benchmarks.Ingesting;

/// <summary>Who has kept processors busy so far: the service, PostgreSQL with all its processes, and this program. Linux only.</summary>
internal readonly record struct ProcessorTimes(double Service, double Postgres, double Own)
{
    private const double Ticks = 100; // a second: what Linux tells all programs

    public static async Task<ProcessorTimes> ReadAsync(int service, NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select pg_backend_pid()");
        var parent = Read((int)(await command.ExecuteScalarAsync(cancellation))!).Parent;
        var children = Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, CultureInfo.InvariantCulture, out _))
            .Select(name => Read(int.Parse(name!, CultureInfo.InvariantCulture))).Where(process => process.Parent == parent);
        var postmaster = Read(parent);
        return new(Read(service).Seconds, postmaster.Seconds + postmaster.OfEnded + children.Sum(child => child.Seconds), Environment.CpuUsage.TotalTime.TotalSeconds);
    }

    /// <summary>What was used since, in microseconds for each of some things.</summary>
    public ProcessorTimes Since(ProcessorTimes before, double things) =>
        new((Service - before.Service) * 1e6 / things, (Postgres - before.Postgres) * 1e6 / things, (Own - before.Own) * 1e6 / things);

    private static (int Parent, double Seconds, double OfEnded) Read(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' '); // names may have spaces
            double At(int field) => long.Parse(fields[field], CultureInfo.InvariantCulture) / Ticks;
            return (int.Parse(fields[1], CultureInfo.InvariantCulture), At(11) + At(12), At(13) + At(14));
        }
        catch (IOException)
        {
            return default; // it has just ended
        }
    }
}
