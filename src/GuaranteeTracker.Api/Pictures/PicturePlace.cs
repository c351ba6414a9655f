using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Pictures;

/// <summary>Where pages of pictures are: the same picture at another D is an address away.</summary>
/// <param name="KnownAt">K as the address has it; null where everything on record is meant.</param>
/// <param name="IsPinned">Whether the page is one of those that never change.</param>
public sealed record PicturePlace(string? KnownAt, bool IsPinned, Selection Shown)
{
    /// <summary>This page at another day.</summary>
    public string At(DateOnly day) => At(Words.Iso(day));

    /// <param name="asOf">D as an address has it; null: now.</param>
    public string At(string? asOf) => IsPinned ? Pinned(asOf!) : Of("/picture", asOf);

    /// <summary>The picture at D as data or image.</summary>
    /// <param name="path">Of a route that takes asOf, knownAt, actor and topic.</param>
    public string Of(string path, string? asOf, string? format = null) => path + Query(
    [
        asOf is null ? null : $"asOf={asOf}", KnownAt is null ? null : $"knownAt={Uri.EscapeDataString(KnownAt).Replace("%3A", ":", StringComparison.Ordinal)}",
        .. Selections.Write(Shown), format is null ? null : $"format={format}",
    ]);

    /// <summary>Leads to the page that never changes.</summary>
    public string ToPin(string? asOf) => IsPinned ? Pinned(asOf!) : Of("/snapshots", asOf);

    /// <summary>What others may show in a frame.</summary>
    public string Embedded(string asOf) => "/embed" + Pinned(asOf);

    private string Pinned(string asOf) => $"/snapshots/{asOf}/{KnownAt}" + Query(Selections.Write(Shown));

    private static string Query(IEnumerable<string?> parts) => string.Join('&', parts.OfType<string>()) is { Length: > 0 } query ? "?" + query : "";
}
