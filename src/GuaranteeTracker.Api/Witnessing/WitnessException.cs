namespace GuaranteeTracker.Api.Witnessing;

/// <summary>A witness cannot work with what it keeps; the message says what to do.</summary>
internal sealed class WitnessException(string message) : Exception(message);
