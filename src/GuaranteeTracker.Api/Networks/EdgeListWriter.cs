using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using GuaranteeTracker.Domain.Networks;

namespace GuaranteeTracker.Api.Networks;

/// <summary>Writes edges, of which an answer may hold a million, as the serializer would, in a tenth of its time.</summary>
internal sealed class EdgeListWriter : JsonConverter<IReadOnlyList<EdgeView>>
{
    public override IReadOnlyList<EdgeView> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Networks are answered, not read.");

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<EdgeView> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        if (value is EdgeList { IsExplained: false } list)
        {
            var edge = new EdgeText(list);
            for (var i = 0; i < list.Count; i++)
            {
                writer.WriteRawValue(edge.Of(list.Network.Edges[i]), skipInputValidation: true);
            }
        }
        else
        {
            foreach (var edge in value)
            {
                JsonSerializer.Serialize(writer, edge, options);
            }
        }

        writer.WriteEndArray();
    }

    /// <summary>Puts an edge together from what is written once for each node, and its numbers. Ids are slugs, which need no escaping.</summary>
    private sealed class EdgeText(EdgeList edges)
    {
        private const int LongestNumbers = 200;

        private static readonly byte[]
            _agree = ",\"agree\":"u8.ToArray(), _disagree = ",\"disagree\":"u8.ToArray(), _congruence = ",\"congruence\":"u8.ToArray(), _conflict = ",\"conflict\":"u8.ToArray();

        private readonly byte[][] _sources = [.. edges.Network.Nodes.Select(node => Encoding.UTF8.GetBytes($"{{\"source\":\"{node.Id}\",\"target\":\""))];
        private readonly byte[][] _targets = [.. edges.Network.Nodes.Select(node => Encoding.UTF8.GetBytes($"{node.Id}\",\"weight\":"))];
        private readonly byte[] _text = new byte[LongestNumbers + (2 * edges.Network.Nodes.Select(node => node.Id.Length + LongestNumbers).DefaultIfEmpty().Max())];
        private int _length;

        /// <summary>Until the next one is asked for.</summary>
        public ReadOnlySpan<byte> Of(in NetworkEdge edge)
        {
            _length = 0;
            Add(_sources[edge.Source]);
            Add(_targets[edge.Target]);
            Add(edge.Weight);
            if (edges.Kind is NetworkKind.TwoMode or NetworkKind.Subtract)
            {
                Add(edges.Kind == NetworkKind.TwoMode ? _agree : _congruence);
                Add(edge.Agree);
                Add(edges.Kind == NetworkKind.TwoMode ? _disagree : _conflict);
                Add(edge.Disagree);
            }

            _text[_length++] = (byte)'}';
            return _text.AsSpan(0, _length);
        }

        private void Add(byte[] part)
        {
            part.CopyTo(_text, _length);
            _length += part.Length;
        }

        private void Add(long number)
        {
            Utf8Formatter.TryFormat(number, _text.AsSpan(_length), out var written);
            _length += written;
        }

        private void Add(double number)
        {
            Utf8Formatter.TryFormat(number, _text.AsSpan(_length), out var written);
            _length += written;
        }
    }
}
