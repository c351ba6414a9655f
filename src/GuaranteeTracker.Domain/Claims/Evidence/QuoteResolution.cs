namespace GuaranteeTracker.Domain.Claims;

/// <summary>Where a passage stands in a source, or why it is not evidence.</summary>
public abstract record QuoteResolution
{
    private QuoteResolution() { }

    public sealed record Found(Quote Quote) : QuoteResolution;

    /// <param name="Code">One of the constants of this type.</param>
    /// <param name="Because">Sentences on one line, without control or invisible characters whatever was quoted, that say what to do.</param>
    public sealed record Refused(string Code, string Because) : QuoteResolution
    {
        /// <summary>The source does not contain the words.</summary>
        public const string NotFound = "evidence-not-found";

        /// <summary>It contains them more than once, and nothing singles one occurrence out.</summary>
        public const string Ambiguous = "evidence-ambiguous";

        /// <summary>It contains them, but never between that prefix and that suffix.</summary>
        public const string ContextMismatch = "evidence-context-mismatch";

        /// <summary>A part has more than <see cref="QuoteSelector.MaxCodePoints"/>.</summary>
        public const string TooLong = "evidence-too-long";

        /// <summary>There are no words.</summary>
        public const string Empty = "evidence-empty";
    }
}
