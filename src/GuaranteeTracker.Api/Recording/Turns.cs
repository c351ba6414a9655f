using Npgsql;

namespace GuaranteeTracker.Api.Recording;

/// <summary>
/// Lets those who record the same thing take turns, before any of them takes a sequence number: a number that a conflict
/// gives back holds up everybody's checkpoints until it is certain that nobody can still fill it.
/// </summary>
internal static class Turns
{
    private const string Await = "select pg_advisory_xact_lock(hashtextextended($1, 0))";

    /// <summary>Waits until nobody else records under this name, and keeps others waiting until the transaction ends.</summary>
    public static async Task AwaitTurnAsync(this RecordingScope scope, string name)
    {
        await using var command = new NpgsqlCommand(Await, scope.Transaction.Connection, scope.Transaction) { Parameters = { new() { Value = name } } };
        await command.ExecuteNonQueryAsync(scope.Cancellation);
    }
}
