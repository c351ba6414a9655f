using System.Globalization;
using GuaranteeTracker.Api.Recording.Checkpoints;
using Microsoft.Net.Http.Headers;

namespace GuaranteeTracker.Api.Reading;

/// <summary>What an export says about itself.</summary>
/// <param name="Query">What decides it beside K, as an address has it.</param>
/// <param name="Period">The first and the last instant (UTC) it reaches, <c>..</c> for an open end; or the one instant it is of.</param>
/// <param name="Count">How many items it holds.</param>
/// <param name="Checkpoint">The first that covers all that it holds; null where none does yet.</param>
/// <param name="Pinned">The address at which it never changes; null while no checkpoint covers all that it holds.</param>
internal sealed record ExportHead(string Query, string Period, int Count, Known Known, NamedCheckpoint? Checkpoint, string? Pinned)
{
    /// <summary>As response headers.</summary>
    /// <param name="fileName">What to call it when it is saved.</param>
    public IReadOnlyList<(string Name, string Value)> Headers(string fileName) =>
    [
        (HeaderNames.ContentDisposition, $"inline; filename=\"{fileName}\""),
        .. Query.Length == 0 ? [] : new[] { ("Query", Query) },
        ("Period", Period),
        ("Item-Count", Write(Count)),
        ("Known-Sequence", Write(Known.Sequence)),
        ("Known-Pending", Write(Known.Pending)),
        .. Known.At is { } at ? new[] { ("Known-At", Iso.Instant(at)) } : [],
        .. Checkpoint is null ? [] : new[] { ("Checkpoint-Size", Write(Checkpoint.Size)), ("Checkpoint-Root", Checkpoint.Root) },
        .. Pinned is null ? [] : new[] { (HeaderNames.Link, $"<{Pinned}>; rel=\"cite-as\"") }, // RFC 8574
    ];

    /// <summary>A period as <see cref="Period"/> has it.</summary>
    public static string Between(DateTime? from, DateTime? to) => $"{(from is { } first ? Iso.Instant(first) : "..")}/{(to is { } last ? Iso.Instant(last) : "..")}";

    private static string Write(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A checkpoint as exports name it.</summary>
/// <param name="Size">How many events it covers.</param>
/// <param name="Root">Of their tree, in base64.</param>
internal sealed record NamedCheckpoint(long Size, string Root)
{
    /// <summary>As one word in a table: the size comes first, since a root may begin like a formula.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Size} {Root}");

    public static NamedCheckpoint? Of(StoredCheckpoint? checkpoint) => checkpoint is null ? null : new(checkpoint.Size, Convert.ToBase64String(checkpoint.Root));
}
