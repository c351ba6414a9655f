using GuaranteeTracker.Api.Recording;
using Marten;
using Npgsql;

namespace GuaranteeTracker.Api.Hosting.Databases;

/// <summary>What a step of a migration works with, and where it tells what it did.</summary>
/// <param name="Connection">The migrating role's, which holds the lock on migrations.</param>
/// <param name="Source">More connections of the same role.</param>
/// <param name="RunningAs">The connection string that the service will run with; null: not known.</param>
internal sealed record MigrationContext(NpgsqlConnection Connection, NpgsqlDataSource Source, DocumentStore Store, NpgsqlConnectionStringBuilder? RunningAs)
{
    private readonly List<string> _changed = [], _administrator = [];

    /// <summary>What was changed: statements, or words. Empty: all was as it should be.</summary>
    public IReadOnlyList<string> Changed => _changed;

    /// <summary>Statements that somebody has to run who may do more than the migrating role.</summary>
    public IReadOnlyList<string> ForAdministrator => _administrator;

    public void Did(string what) => _changed.Add(what);

    /// <summary>Runs it.</summary>
    public async Task ChangeAsync(string sql, CancellationToken cancellation)
    {
        await Connection.ExecuteAsync(sql, cancellation);
        Did(sql);
    }

    /// <summary>Runs it, or leaves it to an administrator where the role may not. Roles belong to the whole cluster: somebody else may be changing the same one.</summary>
    /// <param name="shown">What to tell of it; null: the statement itself.</param>
    public async Task ChangeRoleAsync(string sql, CancellationToken cancellation, string? shown = null)
    {
        for (var losses = 0; ;)
        {
            try
            {
                await Connection.ExecuteAsync(sql, cancellation);
                Did(shown ?? sql);
                return;
            }
            catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.UndefinedObject) // a role that was left to an administrator
            {
                _administrator.Add(shown ?? sql);
                return;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DuplicateObject)
            {
                return; // made by somebody else a moment ago
            }
            catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.InternalError && ++losses < 10)
            {
                await Task.Delay(Random.Shared.Next(5, 20 * losses), cancellation); // "tuple concurrently updated"
            }
        }
    }
}
