namespace GuaranteeTracker.Api.Hosting;

/// <summary>A refusal as it is answered: RFC 9457 problem details.</summary>
/// <param name="Code">Last part of the type: /problems/{code}.</param>
/// <param name="Detail">A sentence that says what to do.</param>
/// <param name="Errors">For validation: sentences by JSON pointer.</param>
internal sealed record Problem(int Status, string Code, string Detail, IReadOnlyDictionary<string, string[]>? Errors = null)
{
    /// <summary>When to come back, for 429 and 503.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>For 503: unknown where the request may have been recorded.</summary>
    public string? Outcome { get; init; }
}
