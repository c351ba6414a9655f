using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Api.Sources;

/// <summary>A claim as it stands beside its words.</summary>
/// <param name="Number">Its place among the source's claims, from 1: what its words are marked with.</param>
/// <param name="Speaker">Name of who spoke; for hearsay, of whose stance is told.</param>
/// <param name="ReportedBy">Name of who told it, for hearsay.</param>
/// <param name="Passages">How many passages carry it.</param>
/// <param name="HasUnseen">There are invisible characters among its words.</param>
/// <param name="RetractionReason">Null while it counts.</param>
public sealed record ClaimInText(
    int Number, Guid Id, string Actor, string ActorName, string Topic, string TopicTitle, Stance Stance, string? Speaker, string? ReportedBy,
    string Stated, string Summary, int Passages, bool HasUnseen, bool IsDisputed, string? RetractionReason)
{
    /// <summary>The id of its place on the source's page.</summary>
    public string Anchor => $"claim-{Id}";
}
