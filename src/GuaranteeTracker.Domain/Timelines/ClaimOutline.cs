using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Dates;
using GuaranteeTracker.Domain.Sources;

namespace GuaranteeTracker.Domain.Timelines;

/// <summary>A claim's content less its words: all that a <see cref="ClaimVersion"/> is made of.</summary>
/// <param name="Start">The first code point of its first passage.</param>
public sealed record ClaimOutline(
    string Actor, string Topic, Stance Stance, Voice Voice, string? Speaker, string? ReportedBy, Edtf Stated,
    bool HasConditions, bool HasTerms, Guid Source, int Start)
{
    public static ClaimOutline Of(ClaimContent content) => new(
        content.Actor, content.Topic, content.Stance, content.Voice, content.Speaker, content.ReportedBy, content.Stated,
        content.Conditions.Count > 0, content.Terms.Count > 0, content.Evidence.Source, content.Evidence.Quotes[0].Start);
}

/// <summary>Who published a source, and when: all that a <see cref="ClaimVersion"/> asks of it.</summary>
public sealed record Publication(string Publisher, DateOnly Published)
{
    public static Publication Of(SourceRegistered source) => new(source.Publisher, source.Published);
}
