using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Erasing;

/// <summary>An admin asks that something be removed for good.</summary>
internal sealed record Erase
{
    /// <summary>analyst (the name), key (the label) or source-text.</summary>
    public string? Kind { get; init; }

    /// <summary>The analyst's pseudonym, the key's id, or the id of a source with the text.</summary>
    public string? Subject { get; init; }

    /// <summary>Why. It stays, for everybody to read: it must not name what is erased.</summary>
    public string? Reason { get; init; }

    public Parsed<Wish> Parse()
    {
        var faults = new Faults();
        var kind = EnumWords.Required<ErasureKind>(Kind, "/kind", faults);
        var subject = Ids.Required(Subject, "/subject", faults);
        var reason = Wording.Reason(Reason, faults);
        return faults.Any ? new(faults) : new(new Wish(kind, subject!.Value, reason!));
    }

    /// <summary>The same in its own types.</summary>
    public sealed record Wish(ErasureKind Kind, Guid Subject, string Reason);
}
