namespace GuaranteeTracker.Api.Hosting.LocalPostgres;

/// <summary>No local PostgreSQL could be had. The message alone says what to do.</summary>
internal sealed class LocalPostgresException(string message, Exception? inner = null) : Exception(message, inner);
