using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;

namespace GuaranteeTracker.Api.Discovery;

/// <summary>The route that tells how to embed a snapshot (oEmbed 1.0). Nothing is fetched on a caller's word: an address is compared, never visited.</summary>
internal static class OembedApi
{
    private const int Width = 800, Height = 600;

    private static readonly Problem
        _noSnapshot = new(404, "not-found", "Only snapshots of this service can be embedded; send url=, the address of one, with no query but actor= and topic=."),
        _noSuchFormat = new(501, "unknown-embed-format", "Ask for format=json (the default) or format=xml.");

    public static void MapOembed(this IEndpointRouteBuilder app) =>
        app.MapRead("/oembed", GetAsync).WithTags("Discovery").Reads<OembedAnswer>("getOembed", "How to embed a snapshot (oEmbed)", mediaTypes: ["application/json", "text/xml"])
            .Produces<ProblemAnswer>(StatusCodes.Status501NotImplemented, ProblemAnswer.MediaType)
            .Takes(
                new("url", "The address of a snapshot: /snapshots/{D}/{K} under this service's own.", ""), AddressParameter.Format("json (the default) or xml"),
                new("maxwidth", "At most as many pixels wide.", "640"), new("maxheight", "At most as many pixels high.", "480"));

    private static async Task<IResult> GetAsync(PublicAddress address, RecordReader record, HttpContext http, CancellationToken cancellation)
    {
        var (url, format) = (http.Request.Query["url"], http.Request.Query["format"].ToString());
        if (Problems.First(
            url.Count == 1 ? null : Problems.BadParameter("url", "Send url once: the address of a snapshot, percent-encoded."),
            TryReadSize(http, "maxwidth", Width, out var width), TryReadSize(http, "maxheight", Height, out var height)) is { } first)
        {
            return new ProblemResult(first);
        }

        if (format is not ("" or "json" or "xml"))
        {
            return new ProblemResult(_noSuchFormat);
        }

        if (SnapshotAddress.Parse(url[0]!, address) is not { } snapshot || await record.ReadAsync(snapshot.KnownAt, cancellation) is null)
        {
            return new ProblemResult(_noSnapshot);
        }

        var answer = OembedAnswer.Of(snapshot, address, width, height);
        return ReadAnswer.Current(http, format == "xml" ? new Written(Format.TextXml, WriteXml(answer)) : answer);
    }

    private static Problem? TryReadSize(HttpContext http, string name, int largest, out int size)
    {
        var given = http.Request.Query[name];
        size = largest;
        if (given.Count == 0)
        {
            return null;
        }

        if (given.Count > 1 || given[0]!.Length > 9 || !int.TryParse(given[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
        {
            return Problems.BadParameter(name, $"Send {name} once, as a number of pixels.");
        }

        size = Math.Min(number, largest);
        return null;
    }

    private static byte[] WriteXml(OembedAnswer answer)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartDocument(standalone: true);
            xml.WriteStartElement("oembed");
            foreach (var member in JsonSerializer.SerializeToElement(answer, Json.Options).EnumerateObject())
            {
                xml.WriteElementString(member.Name, member.Value.ToString());
            }

            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }
}
