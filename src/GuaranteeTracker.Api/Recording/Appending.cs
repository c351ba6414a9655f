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
        Share = $"pg_advisory_xact_lock_shared({Name})",
        Own = $"select pg_advisory_lock({Name})",
        Disown = $"select pg_advisory_unlock({Name})";

    public static async Task ShareAsync(NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"select {Share}", transaction.Connection, transaction);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
