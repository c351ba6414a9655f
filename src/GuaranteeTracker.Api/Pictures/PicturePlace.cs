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
    public string Of(string path, string? asOf, string? format = null) =>
        Links.To(path, [("asOf", asOf), ("knownAt", KnownAt), .. Selections.Fields(Shown), ("format", format)]);

    /// <summary>An actor's page at this K.</summary>
    public string ToActor(string id) => Links.To($"/actors/{id}", ("knownAt", KnownAt));

    /// <summary>A topic's page at this K.</summary>
    public string ToTopic(string id) => Links.To($"/topics/{id}", ("knownAt", KnownAt));

    /// <summary>What moved on a day, as known at this K.</summary>
    public string ToMoves(DateOnly day) =>
        Links.To("/compare", [("from", Words.Iso(day == DateOnly.MinValue ? day : day.AddDays(-1))), ("to", Words.Iso(day)), ("knownFrom", KnownAt), ("knownTo", KnownAt), .. Selections.Fields(Shown)]);

    /// <summary>Leads to the page that never changes.</summary>
    public string ToPin(string? asOf) => IsPinned ? Pinned(asOf!) : Of("/snapshots", asOf);

    /// <summary>What others may show in a frame.</summary>
    public string Embedded(string asOf) => "/embed" + Pinned(asOf);

    private string Pinned(string asOf) => Links.To($"/snapshots/{asOf}/{KnownAt}", Selections.Fields(Shown));
}
