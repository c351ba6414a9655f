using System.Globalization;
using System.Text;
using System.Xml;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Domain.Networks;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Networks;

/// <summary>A network as GraphML, in the plain dialect that every reader takes.</summary>
internal static class NetworkGraphMl
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns", Whole = "long", Real = "double", Words = "string";

    private static readonly XmlWriterSettings _settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, IndentChars = " ", NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize };

    public static Format Format { get; } = new("graphml", "application/graphml+xml; charset=utf-8");

    public static byte[] Write(NetworkExport export)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, _settings))
        {
            var (agree, disagree) = export.Question.Kind == NetworkKind.TwoMode ? ("agree", "disagree") : ("congruence", "conflict");
            var head = Head(export.Head).ToList();
            xml.WriteStartElement("graphml", Namespace);
            head.ForEach(fact => Key(xml, "graph", fact.Name, Words));
            Key(xml, "node", "kind", Words);
            Key(xml, "node", "label", Words);
            Key(xml, "node", "claims", Whole);
            Key(xml, "edge", "weight", Real);
            Key(xml, "edge", agree, Whole);
            Key(xml, "edge", disagree, Whole);
            xml.WriteStartElement("graph", Namespace);
            xml.WriteAttributeString("id", "network");
            xml.WriteAttributeString("edgedefault", "undirected");
            head.ForEach(fact => Data(xml, fact.Name, fact.Value));
            WriteNodes(xml, export);
            WriteEdges(xml, export, agree, disagree);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void WriteNodes(XmlWriter xml, NetworkExport export)
    {
        for (var i = 0; i < export.Network.Nodes.Count; i++)
        {
            var node = export.Network.Nodes[i];
            xml.WriteStartElement("node", Namespace);
            xml.WriteAttributeString("id", IdOf(export, i));
            Data(xml, "kind", EnumWords.Of(node.Kind));
            Data(xml, "label", export.Labels[i]);
            Data(xml, "claims", Write(node.Claims));
            xml.WriteEndElement();
        }
    }

    private static void WriteEdges(XmlWriter xml, NetworkExport export, string agree, string disagree)
    {
        foreach (var edge in export.Network.Edges)
        {
            xml.WriteStartElement("edge", Namespace);
            xml.WriteAttributeString("source", IdOf(export, edge.Source));
            xml.WriteAttributeString("target", IdOf(export, edge.Target));
            Data(xml, "weight", edge.Weight.ToString("R", CultureInfo.InvariantCulture));
            Data(xml, agree, Write(edge.Agree));
            Data(xml, disagree, Write(edge.Disagree));
            xml.WriteEndElement();
        }
    }

    private static IEnumerable<(string Name, string Value)> Head(ExportHead head) =>
    [
        ("query", head.Query),
        ("period", head.Period),
        ("known", head.Known.At is { } at ? $"seq:{Write(head.Known.Sequence)} ({Iso.Instant(at)})" : $"seq:{Write(head.Known.Sequence)}"),
        .. head.Pinned is { } pinned ? [("pinned", pinned)] : Array.Empty<(string, string)>(),
    ];

    /// <summary>An actor and a topic may have one id; in a two-mode network they must not.</summary>
    private static string IdOf(NetworkExport export, int node) => export.Question.Kind != NetworkKind.TwoMode ? export.Network.Nodes[node].Id
        : $"{EnumWords.Of(export.Network.Nodes[node].Kind)}:{export.Network.Nodes[node].Id}";

    private static void Key(XmlWriter xml, string of, string name, string type)
    {
        xml.WriteStartElement("key", Namespace);
        xml.WriteAttributeString("id", name);
        xml.WriteAttributeString("for", of);
        xml.WriteAttributeString("attr.name", name);
        xml.WriteAttributeString("attr.type", type);
        xml.WriteEndElement();
    }

    private static void Data(XmlWriter xml, string key, string value)
    {
        xml.WriteStartElement("data", Namespace);
        xml.WriteAttributeString("key", key);
        xml.WriteString(XmlWords.Possible(value));
        xml.WriteEndElement();
    }

    private static string Write(long number) => number.ToString(CultureInfo.InvariantCulture);
}
