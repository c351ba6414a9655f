using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Dates;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Pages.Quotes;

/// <summary>A live claim with its words, as pages show it.</summary>
/// <param name="At">From this instant (UTC) on it counts.</param>
/// <param name="Who">Who spoke, or told it, for whom: in words.</param>
/// <param name="Words">The passages that carry it, in the order of their start.</param>
/// <param name="Doubts">What there is to be careful about: in words.</param>
/// <param name="Shift">The change of stance that it brought; null where it brought none.</param>
public sealed record QuotedClaim(
    Guid Id, Named Actor, Named Topic, Stance Stance, Act Act, Voice Voice, Edtf Stated, DateTime At, string Who, string? Venue, string Summary,
    IReadOnlyList<string> Words, IReadOnlyList<string> Conditions, QuotedSource Source, IReadOnlyList<Doubt> Doubts, Shift? Shift)
{
    /// <summary>Where its words are shown in their source.</summary>
    public string InSource => $"/sources/{Source.Id}#claim-{Id}";
}

/// <summary>Where words are from.</summary>
/// <param name="Language">BCP 47.</param>
public sealed record QuotedSource(Guid Id, string Publisher, string Title, string Language);

/// <param name="Word">One word for it.</param>
/// <param name="Sentence">What it means here.</param>
public sealed record Doubt(string Word, string Sentence);

/// <summary>Two claims that cannot both describe an actor, in words.</summary>
public sealed record QuotedContradiction(ContradictionKind Kind, string Sentence, Guid Standing, Guid Other);
