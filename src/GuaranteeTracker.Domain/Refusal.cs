namespace GuaranteeTracker.Domain;

/// <summary>Why a request was refused, in a form a caller can act on.</summary>
/// <param name="Kind">What sort of refusal it is.</param>
/// <param name="Code">Stable, kebab-case: clients branch on it.</param>
/// <param name="Because">A sentence that says what to do.</param>
/// <param name="Faults">For <see cref="RefusalKind.Unacceptable"/> and <see cref="RefusalKind.TooLarge"/>: each fault with its place in the request.</param>
public sealed record Refusal(RefusalKind Kind, string Code, string Because, ValueList<Fault> Faults)
{
    /// <summary>The id or the state of what exists stands in the way.</summary>
    public static Refusal Conflict(string code, string because) => new(RefusalKind.Conflict, code, because, []);

    /// <summary>What the request is about was never recorded.</summary>
    public static Refusal Missing(string code, string because) => new(RefusalKind.Missing, code, because, []);

    /// <summary>The content cannot be accepted. A code that all faults share becomes the refusal's own; a fault of size is the refusal's, whatever the others are.</summary>
    public static Refusal Unacceptable(params ValueList<Fault> faults)
    {
        if (faults.FirstOrDefault(fault => fault.Code == Fault.TooLarge) is { } large)
        {
            return new(RefusalKind.TooLarge, large.Code, large.Because, faults);
        }

        var codes = faults.Select(fault => fault.Code).Distinct(StringComparer.Ordinal).ToList();
        return new(
            RefusalKind.Unacceptable,
            codes is [var only] ? only : "not-acceptable",
            faults is [var single] ? single.Because : $"{faults.Count} things have to be put right; see errors.",
            faults);
    }
}

public enum RefusalKind
{
    Unacceptable,
    Conflict,
    Missing,

    /// <summary>Something sent is larger than anything that is kept.</summary>
    TooLarge,
}

/// <summary>One thing wrong with a request.</summary>
/// <param name="Pointer">Where, as a JSON pointer (RFC 6901) into the request's body; empty for the whole.</param>
/// <param name="Code">Stable, kebab-case.</param>
/// <param name="Because">A sentence that says what to do.</param>
public sealed record Fault(string Pointer, string Code, string Because)
{
    /// <summary>The code of a fault of size: the whole request is too large then.</summary>
    public const string TooLarge = "too-large";
}
