using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Claims;

/// <summary>One field of a claim that a correction changed, in words.</summary>
/// <param name="Before">Null: there was nothing.</param>
/// <param name="After">Null: there is nothing.</param>
public sealed record FieldChange(string Field, string? Before, string? After);

/// <summary>Tells field by field what a correction changed.</summary>
internal static class ClaimFields
{
    /// <param name="record">Knows the names.</param>
    public static IReadOnlyList<FieldChange> Between(ClaimContent before, ClaimContent after, KnownRecord record) =>
    [
        .. from field in Of(before, record).Zip(Of(after, record), (before, after) => (before.Name, Before: before, After: after))
           where !Equals(field.Before.Value, field.After.Value)
           select new FieldChange(field.Name, field.Before.Words, field.After.Words),
    ];

    /// <returns>Each with the value that decides whether it changed.</returns>
    private static IEnumerable<(string Name, string? Words, object? Value)> Of(ClaimContent content, KnownRecord record) =>
    [
        ("Actor", Named(content.Actor, record), content.Actor),
        ("Topic", $"{record.LabelOf(content.Topic).Title} ({content.Topic})", content.Topic),
        ("Stance", EnumWords.Of(content.Stance), content.Stance),
        ("Act", EnumWords.Of(content.Act), content.Act),
        ("Voice", EnumWords.Of(content.Voice), content.Voice),
        ("Speaker", Named(content.Speaker, record), content.Speaker),
        ("Reported by", Named(content.ReportedBy, record), content.ReportedBy),
        ("Stated", DatesInWords.Of(content.Stated), content.Stated),
        ("Venue", content.Venue, content.Venue),
        ("Summary", content.Summary, content.Summary),
        ("Conditions", Joined(content.Conditions), content.Conditions),
        ("Terms", Joined(content.Terms.Select(TermWords.Of)), content.Terms),
        ("Words", Joined(content.Evidence.Quotes.Select(quote => FormattableString.Invariant($"“{quote.Exact}” (from {quote.Start} to {quote.End})"))), Places(content.Evidence)),
    ];

    /// <summary>What is quoted; how it was singled out is no matter.</summary>
    private static string Places(ClaimEvidence evidence) => string.Join(' ', evidence.Quotes.Select(quote => FormattableString.Invariant($"{quote.Start}-{quote.End}")));

    private static string? Named(string? actor, KnownRecord record) => actor is null ? null : $"{record.NameOf(actor)} ({actor})";

    private static string? Joined(IEnumerable<string> texts) => string.Join("; ", texts) is { Length: > 0 } joined ? joined : null;
}
