using System.Text.Json.Serialization;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Api.Claims.Listing;

/// <summary>A claim in a list, as known at K.</summary>
internal sealed record ListedClaim : ClaimView
{
    private ListedClaim(ClaimView claim)
        : base(claim)
    {
    }

    /// <summary>Where the words that were searched for stand; null where none were.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<Hit>? Hits { get; private init; }

    /// <summary>The event that first recorded it: its place in the order of recording.</summary>
    [JsonIgnore]
    public long First { get; private init; }

    public static ListedClaim Of(ListedRow row, ClaimContent content, KnownRecord record) =>
        new(new ClaimView(
            row.Claim, row.Version, content.Actor, content.Topic, content.Stance, content.Act, content.Voice, content.Speaker, content.ReportedBy, content.Stated,
            content.Stated.HasOpenStart ? null : content.Stated.Earliest, row.Effective, content.Venue, content.Summary, content.Conditions, content.Terms, content.Evidence,
            row.First != row.Content,
            record.IsDisputed(row.Claim), row.Until <= record.K, record.IsWithdrawn(content.Evidence.Source),
            row.FirstAt))
        {
            First = row.First,
            Hits = row.Marked is null ? null : Hit.Among(row.Marked, content),
        };
}

/// <summary>A row of the listing with the event that holds its content.</summary>
/// <param name="Marked">The summary, then each passage, with what was found between marks; null where nothing was searched for.</param>
internal sealed record ListedRow(
    Guid Claim, long Until, long First, DateTime FirstAt, long Content, DateTime Effective, long Version, string Type, string Data, string[]? Marked);
