using System.Diagnostics;
using GuaranteeTracker.Api.Moving;
using GuaranteeTracker.Api.Recording;
using Npgsql;

namespace GuaranteeTracker.Benchmarks.Ingesting;

/// <summary>How far the leader is behind what is recorded.</summary>
internal sealed class CatchingUp(NpgsqlDataSource database)
{
    private const string
        IsCovered = $"select not exists (select from {Tables.Events} where seq_id > (select coalesce(max(sequence), 0) from {Tables.Checkpoints}) and type <> '{FactNames.Tombstone}')",
        IsListed = $"select exists (select from {Tables.ClaimVersions} where claim = $1) and exists (select from {Tables.ClaimListing} where claim = $1)",
        Rows = $"select (select count(distinct claim) from {Tables.ClaimVersions}), (select count(distinct claim) from {Tables.ClaimListing})";

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(50), _patience = TimeSpan.FromMinutes(20);

    /// <summary>Events that no checkpoint covers yet.</summary>
    public Task<long> BehindAsync(CancellationToken cancellation) => new LedgerEvents(database).UncoveredAsync(cancellation);

    /// <summary>Until a checkpoint covers every event.</summary>
    public Task WaitCoveredAsync(CancellationToken cancellation) => WaitAsync(() => TestAsync(database.CreateCommand(IsCovered), cancellation), cancellation);

    /// <summary>Until there are rows for this claim. Rows are made in the order of recording.</summary>
    public Task WaitListedAsync(Guid claim, CancellationToken cancellation) => WaitAsync(
        () =>
        {
            var command = database.CreateCommand(IsListed);
            command.Parameters.Add(new() { Value = claim });
            return TestAsync(command, cancellation);
        },
        cancellation);

    /// <summary>How many claims have rows: versions, and what they are found by.</summary>
    public async Task<(long Versions, long Listing)> CountAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Rows);
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    /// <exception cref="TimeoutException">It does not happen.</exception>
    private static async Task WaitAsync(Func<Task<bool>> test, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        while (!await test())
        {
            if (Stopwatch.GetElapsedTime(start) > _patience)
            {
                throw new TimeoutException($"The leader did not catch up within {_patience.TotalMinutes:0} minutes.");
            }

            await Task.Delay(_pause, cancellation);
        }
    }

    private static async Task<bool> TestAsync(NpgsqlCommand command, CancellationToken cancellation)
    {
        await using (command)
        {
            return await command.ExecuteScalarAsync(cancellation) is true;
        }
    }
}
