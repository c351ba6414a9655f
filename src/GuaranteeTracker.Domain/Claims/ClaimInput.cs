namespace GuaranteeTracker.Domain.Claims;

/// <summary>A claim's content as somebody sends it: nothing checked, nothing resolved. See domain.md, "A claim's fields".</summary>
public record ClaimInput
{
    /// <summary>Id of the actor whose stance it is.</summary>
    public string? Actor { get; init; }

    /// <summary>Id of the topic.</summary>
    public string? Topic { get; init; }

    /// <summary>rejects, opposes, undecided, open, supports or commits.</summary>
    public string? Stance { get; init; }

    /// <summary>statement (the default), offer, request, demand, pledge, proposal, refusal or warning.</summary>
    public string? Act { get; init; }

    /// <summary>quote, paraphrase, observation or hearsay.</summary>
    public string? Voice { get; init; }

    /// <summary>Id of the actor who spoke; for hearsay, whose stance is told, if named.</summary>
    public string? Speaker { get; init; }

    /// <summary>Id of the actor who told it: for hearsay always, else never.</summary>
    public string? ReportedBy { get; init; }

    /// <summary>When it was said (for hearsay: told), in EDTF: 2025-08-18, 2025-08, 2025-08-18/2025-08-20, ../2025-08-20, 2025-08-18T21:30:00-04:00.</summary>
    public string? Stated { get; init; }

    public string? Venue { get; init; }

    /// <summary>One neutral sentence in the tracker's own words.</summary>
    public string? Summary { get; init; }

    public IReadOnlyList<string?>? Conditions { get; init; }

    public IReadOnlyList<TermInput?>? Terms { get; init; }

    public EvidenceInput? Evidence { get; init; }
}

/// <summary>The passages that carry a claim, as somebody sends them.</summary>
public sealed record EvidenceInput
{
    /// <summary>The UUID of the source.</summary>
    public string? Source { get; init; }

    public IReadOnlyList<QuoteInput?>? Quotes { get; init; }
}

/// <summary>A W3C TextQuoteSelector.</summary>
public sealed record QuoteInput
{
    /// <summary>The exact words, at most 4,000 code points.</summary>
    public string? Exact { get; init; }

    /// <summary>The words just before, needed where <see cref="Exact"/> occurs more than once.</summary>
    public string? Prefix { get; init; }

    /// <summary>The words just after.</summary>
    public string? Suffix { get; init; }
}

/// <summary>A figure, as somebody sends it: money (amount, currency, reportedAs) or a quantity (number, unit, bound, of).</summary>
public sealed record TermInput
{
    /// <summary>money or quantity.</summary>
    public string? Kind { get; init; }

    public decimal? Amount { get; init; }

    /// <summary>ISO 4217 code: USD.</summary>
    public string? Currency { get; init; }

    public IReadOnlyList<MoneyInput?>? ReportedAs { get; init; }

    public decimal? Number { get; init; }

    public string? Unit { get; init; }

    /// <summary>exactly, at-least, at-most or about.</summary>
    public string? Bound { get; init; }

    public decimal? Of { get; init; }
}

/// <summary>A sum, as somebody sends it.</summary>
public sealed record MoneyInput
{
    public decimal? Amount { get; init; }

    public string? Currency { get; init; }
}
