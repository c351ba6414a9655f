using GuaranteeTracker.Api;
using GuaranteeTracker.Domain.Sources;
using GuaranteeTracker.Domain.Timelines;
using GuaranteeTracker.Ledger;
using Npgsql;
using NpgsqlTypes;

namespace GuaranteeTracker.Benchmarks.Generating;

/// <summary>Every table that a generated record fills, each over a connection of its own, so that PostgreSQL takes them at once.</summary>
internal sealed class Rows : IAsyncDisposable
{
    private const string
        Schema = EventStore.Schema + ".",
        Events = Schema + "mt_events", Streams = Schema + "mt_streams", Texts = Schema + "source_texts", Leaves = Schema + "leaves",
        Checkpoints = Schema + "checkpoints", Versions = Schema + "claim_versions", Catalogued = Schema + "catalogue";

    private readonly Frontier _frontier = Frontier.Empty();
    private readonly Dictionary<string, Copy> _copies = [];

    /// <summary>Those that are large.</summary>
    public static string[] Large => [Events, Streams, Texts, Leaves, Versions];

    /// <summary>Claims whose version ended after the page that added it, with when it did.</summary>
    public Dictionary<Guid, long> Ended { get; } = [];

    public static async Task<Rows> BeginAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        var rows = new Rows();
        foreach (var (table, columns) in new[]
        {
            (Events, "seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type, correlation_id, causation_id, headers"),
            (Streams, "id, version, timestamp, created"),
            (Texts, "sha256, text"),
            (Leaves, "index, sequence, hash"),
            (Checkpoints, "size, sequence, at, root, edge"),
            (Versions, VersionRow.Columns),
            (Catalogued, "sequence, known, type, data"),
        })
        {
            rows._copies.Add(table, await Copy.BeginAsync(database, table, columns, cancellation));
        }

        return rows;
    }

    public void Add(Page page)
    {
        foreach (var e in page.Events)
        {
            Add(e);
        }

        foreach (var version in page.Versions.Added)
        {
            VersionRow.Add(_copies[Versions], version);
        }

        foreach (var (claim, sequence) in page.Versions.Ended)
        {
            Ended.Add(claim, sequence); // at most one correction or retraction a claim
        }

        var last = page.Events[^1].Recorded;
        _copies[Checkpoints].Row().Add(_frontier.Size, NpgsqlDbType.Bigint).Add(last.Sequence, NpgsqlDbType.Bigint).Add(last.At)
            .Add(_frontier.Root(), NpgsqlDbType.Bytea).Add(_frontier.Write(), NpgsqlDbType.Bytea);
    }

    private void Add(Encoded e)
    {
        var recorded = e.Recorded;
        _copies[Events].Row().Add(recorded.Sequence, NpgsqlDbType.Bigint).Add(e.Id, NpgsqlDbType.Uuid).Add(recorded.Stream).Add((long)recorded.Version, NpgsqlDbType.Bigint)
            .Add(e.Data, NpgsqlDbType.Jsonb).Add(e.Type).Add(recorded.At).Add(e.DotNetType).Add("generate").Add("generate").Add(Encoder.Headers, NpgsqlDbType.Jsonb);
        _copies[Leaves].Row().Add(_frontier.Size, NpgsqlDbType.Bigint).Add(recorded.Sequence, NpgsqlDbType.Bigint).Add(e.LeafHash, NpgsqlDbType.Bytea);
        _frontier.Append(e.LeafHash);
        if (recorded.Version == 1)
        {
            _copies[Streams].Row().Add(recorded.Stream).Add((long)recorded.Versions, NpgsqlDbType.Bigint).Add(recorded.At).Add(recorded.At);
        }

        if (recorded is { Fact: SourceRegistered source, Text: { } text })
        {
            _copies[Texts].Row().Add(source.TextSha256).Add(text);
        }

        if (Catalogue.Holds(recorded.Fact))
        {
            _copies[Catalogued].Row().Add(recorded.Sequence, NpgsqlDbType.Bigint).Add(recorded.Sequence, NpgsqlDbType.Bigint).Add(e.Type).Add(e.Data, NpgsqlDbType.Jsonb);
        }
    }

    public async Task CompleteAsync(CancellationToken cancellation)
    {
        foreach (var copy in _copies.Values)
        {
            await copy.CompleteAsync(cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var copy in _copies.Values)
        {
            await copy.DisposeAsync();
        }
    }
}
