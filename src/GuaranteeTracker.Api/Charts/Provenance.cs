using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Api.Recording.Checkpoints;

namespace GuaranteeTracker.Api.Charts;

/// <summary>What an image tells about where it comes from: it travels without its page.</summary>
internal static class Provenance
{
    /// <summary>K and how much there is, in words.</summary>
    public static string Foot(Lanes lanes, KnownRecord record) =>
        $"{KnownInWords.AtStart(record.Known)}: {Words.Count(lanes.Items.Sum(lane => lane.Dots.Count), "claim")}.";

    /// <summary>Where people find the same: at the same K, once it is settled.</summary>
    /// <param name="path">Beginning with a slash.</param>
    /// <param name="query">What else decides it.</param>
    /// <returns>Without the scheme.</returns>
    public static string Address(PublicAddress address, string path, KnownRecord record, params IEnumerable<string> query)
    {
        var parts = record.Known.Pending == 0 ? query.Append($"knownAt={KnownAt.Write(record.K)}") : query;
        var whole = address.Of(parts.Any() ? $"{path}?{string.Join('&', parts)}" : path);
        var scheme = whole.IndexOf("://", StringComparison.Ordinal);
        return scheme < 0 ? whole : whole[(scheme + 3)..];
    }
}
