using JasperFx;
using Npgsql;

namespace GuaranteeTracker.Api.Recording;

/// <summary>Tells failures of an append apart: somebody was faster, or the database went away.</summary>
internal static class Conflicts
{
    /// <summary>Somebody else appended first: deciding again will tell what that means.</summary>
    public static bool Explains(Exception e) =>
        Chain(e).Any(cause => cause
            is ConcurrencyException or JasperFx.Events.ExistingStreamIdCollisionException or Marten.Exceptions.ExistingStreamIdCollisionException
            or PostgresException
            {
                SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or "MT003",
            });

    /// <summary>The connection broke or could not be made.</summary>
    public static bool IsConnectionLost(Exception e) =>
        Chain(e).Any(cause => cause
            is PostgresException { SqlState: ['0', '8', ..] or ['5', '7', 'P', ..] or PostgresErrorCodes.TooManyConnections }
            or (NpgsqlException and not PostgresException));

    private static IEnumerable<Exception> Chain(Exception? e)
    {
        for (; e is not null; e = e.InnerException)
        {
            yield return e;
        }
    }
}
