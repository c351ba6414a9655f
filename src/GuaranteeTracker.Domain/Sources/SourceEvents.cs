namespace GuaranteeTracker.Domain.Sources;

/// <summary>A fact in the life of one source.</summary>
public interface ISourceFact : IFact
{
    Guid Source { get; }
}

/// <summary>A published document is on record. Its text is bound by <paramref name="TextSha256"/>, not held here.</summary>
/// <param name="Published">The publication date: the UTC date of the instant, where the publisher gives one.</param>
/// <param name="TextSha256">Lower-case hex SHA-256 of the normalised text in UTF-8.</param>
/// <param name="CodePoints">Length of the normalised text: the unit in which evidence is counted.</param>
/// <param name="Revises">The source of which this is the publisher's new version. Changes no claim.</param>
public sealed record SourceRegistered(
    Guid Source, string Url, string Publisher, string Title, DateOnly Published, string Language,
    string TextSha256, int CodePoints, Guid? Revises) : ISourceFact;

/// <summary>The source no longer counts, nor does any claim found in it. Final.</summary>
public sealed record SourceWithdrawn(Guid Source, string Reason) : ISourceFact;
