using JasperFx;
using Npgsql;

namespace GuaranteeTracker.Api.Recording;

/// <summary>Tells failures of an append apart: somebody was faster, or the database went away.</summary>
internal static class Conflicts
{
    private const string IdleInTransaction = "25P03";

    /// <summary>Somebody else appended first: deciding again will tell what that means.</summary>
    public static bool Explains(Exception e) =>
        Chain(e).Any(cause => cause
            is ConcurrencyException or JasperFx.Events.ExistingStreamIdCollisionException or Marten.Exceptions.ExistingStreamIdCollisionException
            or PostgresException
            {
                SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or "MT003"
                    or PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled // waited longer than the server allows
                    or PostgresErrorCodes.InFailedSqlTransaction, // Marten tried a failed command again in the same transaction, which hides what failed
            });

    /// <summary>The connection broke or could not be made, or the server cannot work for now: it lacks disk, memory, connections or the role of a primary, or lets nobody in (55000).</summary>
    public static bool IsConnectionLost(Exception e) =>
        Chain(e).Any(cause => cause
            is PostgresException
            {
                SqlState: ['0', '8', ..] or ['5', '7', 'P', ..] or ['5', '3', ..] or PostgresErrorCodes.IoError
                    or IdleInTransaction or PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.ObjectNotInPrerequisiteState,
            }
            or (NpgsqlException and not PostgresException));

    private static IEnumerable<Exception> Chain(Exception? e)
    {
        for (; e is not null; e = e.InnerException)
        {
            yield return e;
        }
    }
}
