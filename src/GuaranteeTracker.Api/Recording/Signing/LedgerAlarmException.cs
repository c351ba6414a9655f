namespace GuaranteeTracker.Api.Recording.Signing;

/// <summary>Nothing is signed on top of what is in the database; the message says why, and what to do.</summary>
internal sealed class LedgerAlarmException(string message) : Exception(message)
{
    /// <summary>So long until somebody may have put it right.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
}
