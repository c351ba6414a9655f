using GuaranteeTracker.Api.Hosting;

namespace GuaranteeTracker.Api.Replaying;

/// <summary>What is to be recorded, or the place it goes to, is not what it should be; the message says what to change.</summary>
internal sealed class UnusableInputException : Exception
{
    public UnusableInputException(string message)
        : this(new Problem(422, "not-acceptable", message))
    {
    }

    public UnusableInputException(string message, Exception inner)
        : base(message, inner) => Problem = new(422, "not-acceptable", message);

    public UnusableInputException(Problem problem)
        : base(problem.Detail) => Problem = problem;

    /// <summary>The same as it is answered.</summary>
    public Problem Problem { get; }
}
