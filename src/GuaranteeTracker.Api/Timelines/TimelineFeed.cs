using System.Text;
using System.Xml;
using GuaranteeTracker.Api.Reading;

namespace GuaranteeTracker.Api.Timelines;

/// <summary>A timeline as an Atom feed (RFC 4287), what was said last first; claims that count no more are deleted entries (RFC 6721).</summary>
internal static class TimelineFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom", Tombstones = "http://purl.org/atompub/tombstones/1.0";

    private static readonly XmlWriterSettings _settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, IndentChars = " ", NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize,
    };

    public static Format Format { get; } = new("atom", "application/atom+xml; charset=utf-8");

    public static byte[] Write(TimelineExport export)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, _settings))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xmlns", "at", null, Tombstones);
            WriteHead(xml, export);
            foreach (var item in export.Timeline.Items.Reverse())
            {
                WriteEntry(xml, item, export);
            }

            foreach (var removed in export.Removed)
            {
                WriteTombstone(xml, removed);
            }

            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void WriteHead(XmlWriter xml, TimelineExport export)
    {
        var head = export.Head;
        Text(xml, "id", FeedIds.OfFeed(head.Query));
        Text(xml, "title", "Security guarantees for Ukraine: who said what, who moved, who met");
        Text(xml, "subtitle", string.Concat(
            $"Period {head.Period}; items: {Csv.Of(head.Count)}; known up to event {Csv.Of(head.Known.Sequence)} of the record",
            head.Known.At is { } at ? $" ({Iso.Instant(at)})" : "",
            head.Query.Length == 0 ? "; query: everything" : $"; query: {head.Query}"));
        var changes = export.Timeline.Items.Select(export.UpdatedAt).Concat(export.Removed.Select(removed => removed.At));
        Text(xml, "updated", Iso.Instant(changes.DefaultIfEmpty(DateTime.UnixEpoch).Max()));
        Link(xml, "self", export.LiveAddress(TimelineApi.Path, Format.Name), "application/atom+xml");
        Link(xml, "alternate", export.LiveAddress("/timeline"), "text/html");
        if (head.Pinned is { } pinned)
        {
            Link(xml, "cite-as", pinned, "application/atom+xml");
        }

        Text(xml, "generator", "GuaranteeTracker");
    }

    private static void WriteEntry(XmlWriter xml, TimelineItem item, TimelineExport export)
    {
        xml.WriteStartElement("entry", Atom);
        Text(xml, "id", FeedIds.Of(item));
        Text(xml, "title", ItemWords.Headline(item, export));
        Text(xml, "updated", Iso.Instant(export.UpdatedAt(item)));
        Text(xml, "published", Iso.Instant(item.At));
        foreach (var author in ItemWords.Authors(item, export))
        {
            xml.WriteStartElement("author", Atom);
            Text(xml, "name", author);
            xml.WriteEndElement();
        }

        Link(xml, "alternate", export.PageOf(item), "text/html");
        Category(xml, ItemWords.Kind(item), ItemWords.Kind(item));
        if (((item as TimelineClaim)?.Topic ?? (item as TimelineShift)?.Topic) is { } topic)
        {
            Category(xml, topic, export.TitleOf(topic));
        }

        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "text");
        xml.WriteString(XmlWords.Possible(string.Join("\n\n", ItemWords.Paragraphs(item, export))));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteTombstone(XmlWriter xml, RemovedClaim removed)
    {
        xml.WriteStartElement("deleted-entry", Tombstones);
        xml.WriteAttributeString("ref", FeedIds.OfClaim(removed.Id));
        xml.WriteAttributeString("when", Iso.Instant(removed.At));
        if (removed.Reason is { } reason)
        {
            xml.WriteStartElement("comment", Tombstones);
            xml.WriteAttributeString("type", "text");
            xml.WriteString(XmlWords.Possible(reason));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string text)
    {
        xml.WriteStartElement(name, Atom);
        xml.WriteString(XmlWords.Possible(text));
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address, string type)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static void Category(XmlWriter xml, string term, string label)
    {
        xml.WriteStartElement("category", Atom);
        xml.WriteAttributeString("term", term);
        xml.WriteAttributeString("label", XmlWords.Possible(label));
        xml.WriteEndElement();
    }
}
