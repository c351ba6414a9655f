using System.Globalization;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Domain.Dates;

namespace GuaranteeTracker.Api.Discovery;

/// <summary>The address of a snapshot's page: <c>/snapshots/{D}/{K}</c>.</summary>
internal sealed record SnapshotAddress
{
    private const string Path = "/snapshots/";

    private readonly IsoMoment _asOf;
    private readonly string _writtenAsOf;

    private SnapshotAddress(IsoMoment asOf, string writtenAsOf, KnownAt knownAt, string known) => (_asOf, _writtenAsOf, KnownAt, Known) = (asOf, writtenAsOf, knownAt, known);

    public KnownAt KnownAt { get; }

    /// <summary>K as the address has it.</summary>
    public string Known { get; }

    /// <summary>D for people.</summary>
    public string Day => _asOf.Date is { } date
        ? date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
        : _asOf.Instant!.Value.ToString("d MMMM yyyy, HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>The path that shows it in a frame.</summary>
    public string EmbedPath => $"/embed{Path}{Uri.EscapeDataString(_writtenAsOf)}/{Uri.EscapeDataString(Known).Replace("%3A", ":", StringComparison.Ordinal)}";

    /// <summary>Null for anything that is not exactly the address of a snapshot here.</summary>
    public static SnapshotAddress? Parse(string url, PublicAddress address)
    {
        var start = address.Of(Path);
        return url.StartsWith(start, StringComparison.Ordinal) && url[start.Length..].Split('/') is [var asOf, var known]
            && IsoMoment.TryParse(Uri.UnescapeDataString(asOf), out var moment, out _)
            && KnownAt.Parse(Uri.UnescapeDataString(known), out _) is { } knownAt
                ? new(moment, Uri.UnescapeDataString(asOf), knownAt, Uri.UnescapeDataString(known))
                : null;
    }
}
