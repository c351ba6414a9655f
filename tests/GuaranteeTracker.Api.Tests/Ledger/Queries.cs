using System.Diagnostics;
using GuaranteeTracker.Api.Tests.Fixtures;
using Npgsql;

namespace GuaranteeTracker.Api.Tests.Ledger;

/// <summary>Counts how often a tracker's database is asked something.</summary>
internal sealed class Queries : IDisposable
{
    private readonly ActivityListener _listener;

    private int _count;

    /// <param name="part">What stands in the query.</param>
    public Queries(Tracker tracker, string part)
    {
        var database = new NpgsqlConnectionStringBuilder(tracker.ConnectionString).Database;
        _listener = new()
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                var values = activity.TagObjects.Select(tag => tag.Value as string).ToList();
                if (values.Contains(database) && values.Exists(value => value?.Contains(part, StringComparison.Ordinal) == true))
                {
                    Interlocked.Increment(ref _count);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public int Count => Volatile.Read(ref _count);

    public void Dispose() => _listener.Dispose();
}
