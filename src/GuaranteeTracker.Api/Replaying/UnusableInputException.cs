namespace GuaranteeTracker.Api.Replaying;

/// <summary>What is to be recorded, or the place it goes to, is not what it should be; the message says what to change.</summary>
internal sealed class UnusableInputException : Exception
{
    public UnusableInputException(string message)
        : base(message)
    {
    }

    public UnusableInputException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
