using Npgsql;

namespace GuaranteeTracker.Api.Recording;

/// <summary>
/// The lock around the taking of sequence numbers. Whoever appends shares it until the numbers are committed or given back; the
/// bulk path holds it alone, because it raises the high-water mark past every number there is: none may be open then.
/// </summary>
internal static class Appending
{
    private const string Name = "hashtext('guaranteetracker.appending')";

    public const string
        Share = $"pg_advisory_xact_lock_shared({Name})";

    /// <summary>Whoever holds it alone breaks off before the database takes it away.</summary>
    public static readonly TimeSpan LongestAlone = TimeSpan.FromSeconds(40);

    /// <summary>Whoever holds it alone does other things meanwhile, which take less than this. A process that was halted lets go of it then.</summary>
    private const string Own = $"set local idle_in_transaction_session_timeout = '60s'; select pg_advisory_xact_lock({Name})";

    /// <summary>Until the transaction ends.</summary>
    public static Task ShareAsync(NpgsqlTransaction transaction, CancellationToken cancellation) => RunAsync($"select {Share}", transaction, cancellation);

    /// <summary>Until the transaction ends, which does nothing else.</summary>
    public static Task OwnAsync(NpgsqlTransaction transaction, CancellationToken cancellation) => RunAsync(Own, transaction, cancellation);

    private static async Task RunAsync(string sql, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, transaction.Connection, transaction);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
