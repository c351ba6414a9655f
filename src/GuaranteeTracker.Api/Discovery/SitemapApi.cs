using System.Globalization;
using System.Text;
using System.Xml;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;

namespace GuaranteeTracker.Api.Discovery;

/// <summary>The routes of the sitemap (Sitemaps 0.9): one file, or an index of several where one would hold too much.</summary>
internal static class SitemapApi
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9", CatalogueFile = "catalogue";

    private static readonly Problem _noSuchFile = new(404, "not-found", "There is no such part of the sitemap; /sitemap.xml lists those there are.");

    public static void MapSitemap(this IEndpointRouteBuilder app)
    {
        var discovery = app.MapGroup("").WithTags("Discovery");
        discovery.MapRead("/sitemap.xml", GetAsync).Reads<string>("getSitemap", "The pages there are, or the files that list them", mediaTypes: "application/xml");
        discovery.MapRead("/sitemaps/{part}-{number:int:min(0)}.xml", GetPartAsync).Reads<string>("getSitemapPart", "Some of the pages there are", mediaTypes: "application/xml");
    }

    private static async Task<IResult> GetAsync(SitemapUrls urls, PublicAddress address, HttpContext http, CancellationToken cancellation)
    {
        var at = await urls.ReadAsync(cancellation);
        var catalogue = SitemapUrls.Catalogue(at);
        if (catalogue.Count + at.K <= SitemapUrls.MostUrls)
        {
            return Answer(http, address, "urlset", "url", [.. catalogue, .. await urls.BegunAsync(at, 0, cancellation)]);
        }

        var files = catalogue.Chunk(SitemapUrls.MostUrls).Select((_, number) => File(CatalogueFile, number));
        return Answer(http, address, "sitemapindex", "sitemap", [.. files, .. Enumerable.Range(0, (int)SitemapUrls.Stretches(at)).Select(number => File("record", number))]);
    }

    private static async Task<IResult> GetPartAsync(string part, int number, SitemapUrls urls, PublicAddress address, HttpContext http, CancellationToken cancellation)
    {
        var at = await urls.ReadAsync(cancellation);
        var pages = part == CatalogueFile ? SitemapUrls.Catalogue(at).Chunk(SitemapUrls.MostUrls).ElementAtOrDefault(number)
            : part == "record" && number < SitemapUrls.Stretches(at) ? await urls.BegunAsync(at, number, cancellation)
            : null;
        return pages is null ? new ProblemResult(_noSuchFile) : Answer(http, address, "urlset", "url", pages);
    }

    private static string File(string part, int number) => string.Create(CultureInfo.InvariantCulture, $"/sitemaps/{part}-{number}.xml");

    private static IResult Answer(HttpContext http, PublicAddress address, string root, string item, IReadOnlyList<string> paths)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement(root, Namespace);
            foreach (var path in paths)
            {
                xml.WriteStartElement(item, Namespace);
                xml.WriteElementString("loc", Namespace, address.Of(path));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return ReadAnswer.Current(http, new Written(Format.Xml, bytes.ToArray()));
    }
}
