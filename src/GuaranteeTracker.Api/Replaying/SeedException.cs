namespace GuaranteeTracker.Api.Replaying;

/// <summary>The seeds, or the place they go to, are not what they should be; the message says what to change.</summary>
internal sealed class SeedException : Exception
{
    public SeedException(string message)
        : base(message)
    {
    }

    public SeedException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
