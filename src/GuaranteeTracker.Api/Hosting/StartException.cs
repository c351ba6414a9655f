namespace GuaranteeTracker.Api.Hosting;

/// <summary>The service cannot start as it is set up; the message says what to change.</summary>
internal sealed class StartException : Exception
{
    public StartException(string message)
        : base(message)
    {
    }

    public StartException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
