using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;

namespace GuaranteeTracker.Api.Claims;

/// <summary>The forms that a claim is answered in.</summary>
internal static class ClaimForms
{
    /// <summary>The one for callers without a wish first.</summary>
    public static IReadOnlyList<(Format Format, string Title)> All { get; } = [(Format.Json, "JSON"), (Format.JsonLd, "JSON-LD"), (Format.Annotation, "Web Annotation")];

    public static Format[] Formats { get; } = [.. All.Select(form => form.Format)];

    public static string PathOf(Guid claim, Format format) => Links.To($"/api/claims/{claim}", ("format", format == Format.Json ? null : format.Name));

    /// <summary>The same claim in the other forms, as headers.</summary>
    /// <param name="format">Of the answer.</param>
    public static IReadOnlyList<(string Name, string Value)> LinksBeside(Guid claim, Format format, PublicAddress address) =>
    [
        .. from other in Formats
           where other != format
           select ("Link", new WebLink(address.Of(PathOf(claim, other)), "alternate", ("type", other.Type)).ToString()),
    ];
}
