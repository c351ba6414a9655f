namespace GuaranteeTracker.Api.Moving;

/// <summary>The record cannot be exported; the message says why.</summary>
internal sealed class ExportException(string message) : Exception(message);
