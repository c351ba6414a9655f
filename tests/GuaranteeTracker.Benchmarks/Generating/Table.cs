using GuaranteeTracker.Api;

namespace GuaranteeTracker.Benchmarks.Generating;

/// <summary>A table that a generated record fills.</summary>
/// <param name="Columns">Those that are written, in this order.</param>
internal sealed record Table(string Name, string Columns)
{
    private const string Schema = EventStore.Schema + ".";

    public static readonly Table
        Events = new(Schema + "mt_events", "seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type, correlation_id, causation_id, headers"),
        Streams = new(Schema + "mt_streams", "id, version, timestamp, created"),
        Texts = new(Schema + "source_texts", "sha256, text"),
        Leaves = new(Schema + "leaves", "index, sequence, hash"),
        Checkpoints = new(Schema + "checkpoints", "size, sequence, at, root, edge"),
        Versions = new(Schema + "claim_versions", "claim, recorded, until, topic, actor, effective, earliest, stance, voice, traits, speaker, reported_by, source, publisher, published, start, stated"),
        Catalogue = new(Schema + "catalogue", "sequence, known, type, data");

    public static IReadOnlyList<Table> All { get; } = [Events, Streams, Texts, Leaves, Checkpoints, Versions, Catalogue];

    /// <summary>Those that are large.</summary>
    public static string[] Large => [Events.Name, Streams.Name, Texts.Name, Leaves.Name, Versions.Name];

    public short Width { get; } = (short)Columns.Split(',').Length;
}
