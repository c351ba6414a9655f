using System.Globalization;

namespace GuaranteeTracker.Api.Claims.Listing;

/// <summary>The place of a claim in a list: no two have the same.</summary>
/// <param name="Key">Microseconds of the effective instant, or the sequence number of the first event: what the sort compares.</param>
internal readonly record struct ClaimPlace(long Key, Guid Claim)
{
    public static ClaimPlace Of(ListedClaim claim, ClaimSort sort) =>
        new(sort.IsByRecording ? claim.First : claim.Effective!.Value.Ticks / TimeSpan.TicksPerMicrosecond, claim.Id);

    public string Write() => string.Create(CultureInfo.InvariantCulture, $"{Key} {Claim}");

    /// <summary>Null for what <see cref="Write"/> could not have written for this order.</summary>
    public static ClaimPlace? Read(string text, ClaimSort sort) =>
        text.Split(' ') is [var key, var claim]
        && long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Guid.TryParseExact(claim, "D", out var id)
        && (sort.IsByRecording || number <= DateTime.MaxValue.Ticks / TimeSpan.TicksPerMicrosecond)
            ? new(number, id)
            : null;

    /// <summary>Only what comes after it.</summary>
    public void Follow(ClaimSql sql, ClaimSort sort)
    {
        object key = sort.IsByRecording ? Key : new DateTime(Key * TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);
        sql.And($"(listed.{sort.Column}, listed.claim) {(sort.Descends ? "<" : ">")} ({sql.Add(key)}, {sql.Add(Claim)})");
    }
}
