using System.Globalization;
using GuaranteeTracker.Api.Recording.Checkpoints;

namespace GuaranteeTracker.Api.Reading;

/// <summary>K for people. A sequence number is no count of events: some numbers are never used.</summary>
internal static class KnownInWords
{
    /// <summary><c>as known at event 67 of the record, checkpoint of 23 November 2026, 04:05:46 UTC</c>.</summary>
    public static string Of(Known known) => known switch
    {
        { Sequence: 0 } => "with nothing on record yet",
        { Pending: > 0 } or { At: null } => $"as known at {Event(known.Sequence)}, not yet settled",
        { At: { } at } => $"as known at {Event(known.Sequence)}, checkpoint of {DatesInWords.Of(at)}",
    };

    /// <summary>The same as a sentence begins with it.</summary>
    public static string AtStart(Known known)
    {
        var words = Of(known);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string Event(long sequence) => string.Create(CultureInfo.InvariantCulture, $"event {sequence} of the record");
}
