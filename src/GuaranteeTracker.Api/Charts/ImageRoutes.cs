using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;

namespace GuaranteeTracker.Api.Charts;

/// <summary>What the routes of all images have in common: one for each format, at the address of the page with <c>.svg</c> or <c>.png</c> added.</summary>
internal static class ImageRoutes
{
    /// <param name="handler">Of a format.</param>
    public static void MapImages(
        this IEndpointRouteBuilder app, string path, string tag, string name, string summary, Func<Format, Delegate> handler, params IReadOnlyList<AddressParameter> parameters)
    {
        foreach (var format in new[] { Format.Svg, Format.Png })
        {
            app.MapRead($"{path}.{format.Name}", handler(format)).WithTags(tag)
                .Reads<byte[]>($"{name}{char.ToUpperInvariant(format.Name[0])}{format.Name[1..]}", $"{summary}, as {format.Name.ToUpperInvariant()}", mediaTypes: format.Type.Split(';')[0])
                .Takes(parameters);
        }
    }

    public static Written Write(this Format format, Drawing drawing) =>
        new(format, format == Format.Png ? PngWriter.Write(drawing) : SvgWriter.Document(drawing));
}
