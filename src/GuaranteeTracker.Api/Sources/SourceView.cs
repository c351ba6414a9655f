using System.Text.Json.Serialization;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Sources;
using Marten;

namespace GuaranteeTracker.Api.Sources;

/// <summary>A source as it is answered, without its text.</summary>
/// <param name="Version">Send it in If-Match to withdraw the source.</param>
/// <param name="Sha256">Of the normalised text in UTF-8, lower-case hex.</param>
/// <param name="CodePoints">Length of the normalised text.</param>
/// <param name="WithdrawalReason">Why it no longer counts; null while it does.</param>
/// <param name="RecordedAt">When it was put on record (UTC): a label, not a K.</param>
internal record SourceView(
    Guid Id, long Version, string Url, string Publisher, string Title, DateOnly Published, string Language, string Sha256, int CodePoints,
    Guid? Revises, bool Withdrawn, string? WithdrawalReason, DateTime RecordedAt)
{
    /// <summary>Null when there is no such source.</summary>
    public static async Task<SourceView?> FindAsync(IQuerySession session, Guid id, CancellationToken cancellation) =>
        await session.FindSourceAsync(id, cancellation) is { } source ? Of(source) : null;

    public static SourceView Of(Stored<Source> source)
    {
        var e = source.State.Registered;
        return new(
            e.Source, source.Version, e.Url, e.Publisher, e.Title, e.Published, e.Language, e.TextSha256, e.CodePoints, e.Revises,
            source.State.IsWithdrawn, source.State.WithdrawalReason, source.RecordedAt);
    }
}

/// <summary>A source, and what was found in it.</summary>
internal sealed record SourceWithClaims : SourceView
{
    public SourceWithClaims(SourceView source, IReadOnlyList<SourceClaim> claims, Takedown? textErased)
        : base(source) => (Claims, TextErased) = (claims, textErased);

    /// <summary>When (UTC) and why its text was taken down; null while it is kept.</summary>
    [JsonPropertyOrder(1)] // after the source's own members
    public Takedown? TextErased { get; }

    /// <summary>By the start of their first passage, then id.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<SourceClaim> Claims { get; }
}

/// <summary>A claim in its source, in short.</summary>
internal sealed record SourceClaim(Guid Id, string Actor, string Topic, Stance Stance, string Quote, int Start, int End, bool Disputed, bool Retracted);
