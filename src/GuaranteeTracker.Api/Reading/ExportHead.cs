using System.Globalization;
using GuaranteeTracker.Api.Recording.Checkpoints;
using Microsoft.Net.Http.Headers;

namespace GuaranteeTracker.Api.Reading;

/// <summary>What an export says about itself.</summary>
/// <param name="Query">What decides it beside K, as an address has it.</param>
/// <param name="Period">The first and the last instant (UTC) it reaches, <c>..</c> for an open end; or the one instant it is of.</param>
/// <param name="Count">How many items it holds.</param>
/// <param name="Pinned">The address at which it never changes; null while no checkpoint covers all that it holds.</param>
internal sealed record ExportHead(string Query, string Period, int Count, Known Known, string? Pinned)
{
    /// <summary>As response headers.</summary>
    /// <param name="fileName">What to call it when it is saved.</param>
    /// <param name="checkpoint">The first that covers all that it holds; null where none does yet.</param>
    public IReadOnlyList<(string Name, string Value)> Headers(string fileName, StoredCheckpoint? checkpoint) =>
    [
        (HeaderNames.ContentDisposition, $"inline; filename=\"{fileName}\""),
        .. Query.Length == 0 ? [] : new[] { ("Query", Query) },
        ("Period", Period),
        ("Item-Count", Write(Count)),
        ("Known-Sequence", Write(Known.Sequence)),
        ("Known-Pending", Write(Known.Pending)),
        .. Known.At is { } at ? new[] { ("Known-At", Iso.Instant(at)) } : [],
        .. checkpoint is null ? [] : new[] { ("Checkpoint-Size", Write(checkpoint.Size)), ("Checkpoint-Root", Convert.ToBase64String(checkpoint.Root)) },
        .. Pinned is null ? [] : new[] { (HeaderNames.Link, $"<{Pinned}>; rel=\"cite-as\"") }, // RFC 8574
    ];

    /// <summary>A period as <see cref="Period"/> has it.</summary>
    public static string Between(DateTime? from, DateTime? to) => $"{(from is { } first ? Iso.Instant(first) : "..")}/{(to is { } last ? Iso.Instant(last) : "..")}";

    private static string Write(long number) => number.ToString(CultureInfo.InvariantCulture);
}
