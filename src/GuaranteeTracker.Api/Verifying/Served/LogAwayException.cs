namespace GuaranteeTracker.Api.Verifying.Served;

/// <summary>The log does not answer, or something else answers in its place: nothing is proven, and nothing refuted.</summary>
internal sealed class LogAwayException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The type of the problem that the service answers with; null where it tells none.</summary>
    public string? Problem { get; init; }
}
