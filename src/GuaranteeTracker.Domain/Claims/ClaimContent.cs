using GuaranteeTracker.Domain.Dates;

namespace GuaranteeTracker.Domain.Claims;

/// <summary>What one claim says: that an actor holds a stance on a topic, in which words of which source.</summary>
/// <param name="Speaker">Who spoke; for hearsay, whose stance is told, if named.</param>
/// <param name="ReportedBy">For hearsay, who told it; else null.</param>
/// <param name="Stated">When it was said; for hearsay, when it was told.</param>
public sealed record ClaimContent(
    string Actor, string Topic, Stance Stance, Act Act, Voice Voice, string? Speaker, string? ReportedBy, Edtf Stated,
    string? Venue, string Summary, ValueList<string> Conditions, ValueList<Term> Terms, ClaimEvidence Evidence);

/// <summary>The passages that carry a claim.</summary>
/// <param name="Quotes">In the order of their start; never empty.</param>
public sealed record ClaimEvidence(Guid Source, ValueList<Quote> Quotes);
