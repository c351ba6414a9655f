using GuaranteeTracker.Api;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Recording.Rows;
using Npgsql;

namespace GuaranteeTracker.Benchmarks.Generating;

/// <summary>What is left to do once all rows are there.</summary>
internal static class Finishing
{
    private const string
        Schema = EventStore.Schema + ".",
        EndVersions =
            $"""
            update {Schema}claim_versions version set until = ended.until from unnest($1, $2) as ended (claim, until)
            where version.claim = ended.claim and version.recorded < ended.until and version.until > ended.until
            """,
        Sequence = $"select setval('{Schema}mt_events_sequence', $1)",
        Progress =
            $"""
            insert into {Schema}mt_event_progression (name, last_seq_id, last_updated)
            select name, $1, clock_timestamp() from unnest(array['HighWaterMark', 'checkpoints:All']) as name
            on conflict (name) do update set last_seq_id = excluded.last_seq_id, last_updated = excluded.last_updated
            """,
        Analyst = $"insert into {Schema}analysts (id, name) values ($1, 'generator') on conflict do nothing";

    /// <summary>Versions that a later page ended.</summary>
    public static Task EndAsync(NpgsqlConnection connection, IReadOnlyDictionary<Guid, long> ended, CancellationToken cancellation) =>
        ExecuteAsync(connection, EndVersions, cancellation, ended.Keys.ToArray(), ended.Values.ToArray());

    /// <summary>What claims are found by, made as the service makes it.</summary>
    public static async Task ListAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var bulk = await Bulk.PrepareAsync(connection, [Tables.ClaimListing], cancellation);
        try
        {
            await ExecuteAsync(connection, ListingRows.Fill(Tables.ClaimVersions, Tables.ClaimListing), cancellation);
        }
        finally
        {
            await bulk.RestoreAsync(connection, CancellationToken.None);
        }
    }

    /// <summary>The service goes on from here.</summary>
    public static async Task HandOverAsync(NpgsqlConnection connection, long sequence, CancellationToken cancellation)
    {
        await ExecuteAsync(connection, Sequence, cancellation, sequence);
        await ExecuteAsync(connection, Progress, cancellation, sequence);
        await ExecuteAsync(connection, Analyst, cancellation, Encoder.Analyst);
        await ExecuteAsync(connection, "vacuum analyze", cancellation);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation, params object[] arguments)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var argument in arguments)
        {
            command.Parameters.Add(new() { Value = argument });
        }

        await command.ExecuteNonQueryAsync(cancellation);
    }
}
