using System.Collections.Frozen;
using System.Text.Json;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain;
using GuaranteeTracker.Ledger;
using Marten;

namespace GuaranteeTracker.Benchmarks.Generating;

/// <summary>Writes facts as the service stores them. For several threads at once.</summary>
internal sealed class Encoder
{
    private static readonly JsonSerializerOptions _json = MakeJson();

    private readonly FrozenDictionary<Type, (string Name, string DotNet)> _names;
    private readonly DocumentStore _store;

    /// <param name="store">Asked for the events' stored names.</param>
    public Encoder(DocumentStore store)
    {
        _store = store;
        _names = typeof(IFact).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(IFact)))
            .ToFrozenDictionary(type => type, type => store.Events.EventMappingFor(type) is var mapping
                ? (mapping.EventTypeName, mapping.DotNetTypeName)
                : throw new NotSupportedException($"{type.Name} has no stored name."));
    }

    /// <summary>Who is said to have recorded everything.</summary>
    public static Guid Analyst { get; } = Draw.For(Draw.Kind.Moment, -1).Id();

    public static byte[] Headers { get; } = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { [Recorder.RecordedBy] = Analyst.ToString() });

    private static JsonElement HeadersElement { get; } = JsonElement.Parse(Headers);

    public Encoded Encode(Recorded recorded)
    {
        var (name, dotNet) = _names[recorded.Fact.GetType()];
        var id = EventIds.At(recorded.Stream, recorded.Version);
        var data = JsonSerializer.SerializeToUtf8Bytes(recorded.Fact, recorded.Fact.GetType(), _json);
        using var parsed = JsonDocument.Parse(data);
        var leaf = new Leaf(id, recorded.Stream, recorded.Version, name, recorded.At, HeadersElement, parsed.RootElement);
        return new(recorded, id, name, dotNet, data, leaf.Hash());
    }

    /// <summary>Compares with what the store's own serializer would write.</summary>
    /// <exception cref="InvalidOperationException">It would write something else: what is generated would not be what the service records.</exception>
    public void Check(Encoded encoded)
    {
        using var expected = JsonDocument.Parse(_store.Options.Serializer().ToJson(encoded.Recorded.Fact));
        using var written = JsonDocument.Parse(encoded.Data);
        if (!JsonElement.DeepEquals(expected.RootElement, written.RootElement))
        {
            throw new InvalidOperationException($"The service stores {encoded.Type} as {expected.RootElement.GetRawText()}, not as {written.RootElement.GetRawText()}.");
        }
    }

    private static JsonSerializerOptions MakeJson()
    {
        var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
        Json.ConfigureStored(options);
        return options;
    }
}
