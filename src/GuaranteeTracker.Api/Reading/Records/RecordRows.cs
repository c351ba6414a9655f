using System.Data;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Sources;
using GuaranteeTracker.Domain.Timelines;
using Npgsql;

namespace GuaranteeTracker.Api.Reading.Records;

/// <summary>What the database holds after a checkpoint.</summary>
/// <param name="Checkpoints">In order, each with the number of events that it covers.</param>
/// <param name="Settled">What they cover, in the order of the ledger, each with the number from which on it is known.</param>
/// <param name="Tail">What no checkpoint covers yet, in order of sequence.</param>
internal sealed record RecordAfter(IReadOnlyList<(long Size, Checkpoint Checkpoint)> Checkpoints, IReadOnlyList<Sequenced> Settled, IReadOnlyList<Sequenced> Tail);

/// <summary>Reads the record for <see cref="RecordKeeper"/>: rows up to a checkpoint, events after it.</summary>
internal sealed class RecordRows(NpgsqlDataSource database)
{
    private const string
        // Each bound is a parameter and nothing more: of anything reckoned here the planner expects a third of the table, and reads it.
        After =
            $"""
            (select 1 as kind, size as place, sequence, at, null as type, null as data from {Tables.Checkpoints} where size > $1)
            union all
            (select 2, l.index, e.seq_id, null, e.type, e.data::text from {Tables.Leaves} l join {Tables.Events} e on e.seq_id = l.sequence where l.index >= $1)
            union all
            (select 3, e.seq_id, e.seq_id, null, e.type, e.data::text from {Tables.Events} e
             where e.seq_id > $2 and e.type <> '{FactNames.Tombstone}' and not exists (select from {Tables.Leaves} l where l.sequence = e.seq_id))
            order by 1, 2
            """,
        CheckpointsAfter = $"select size, sequence, at from {Tables.Checkpoints} where sequence > $1 and size > 0 order by sequence",
        Pulse = $"select last_value, coalesce((select max(size) from {Tables.Checkpoints}), 0) from {Tables.EventNumbers}",
        CatalogueUpTo =
            $"""
            select c.known, c.type, c.data::text from {Tables.Catalogue} c join {Tables.Leaves} l on l.sequence = c.sequence
            where c.known <= $1 order by l.index
            """,
        SourcesOf = $"select data::text from {Tables.Events} where stream_id = any($1) and version = 1",
        TopicsOf = $"select distinct claim, topic from {Tables.ClaimVersions} where claim = any($1)",
        Versions =
            $"""
            select claim, actor, recorded, until, stance, voice, speaker, reported_by, earliest, effective, traits, source, publisher, published, start, stated
            from {Tables.ClaimVersions} where topic = $1 and recorded <= $2
            """;

    /// <summary>The last sequence number given to anybody, who may not have used it yet, and how many events checkpoints cover.</summary>
    public async Task<(long LastNumber, long Size)> ReadPulseAsync()
    {
        (long, long) pulse = default;
        await ReadAsync(Pulse, [], reader => pulse = (reader.GetInt64(0), reader.GetInt64(1)));
        return pulse;
    }

    /// <summary>Those beyond a sequence number, in order, each with the number of events that it covers.</summary>
    public async Task<IReadOnlyList<(long Size, Checkpoint Checkpoint)>> ReadCheckpointsAsync(long beyond)
    {
        var checkpoints = new List<(long, Checkpoint)>();
        await ReadAsync(CheckpointsAfter, [beyond], reader => checkpoints.Add((reader.GetInt64(0), new(reader.GetInt64(1), reader.GetDateTime(2)))));
        return checkpoints;
    }

    /// <summary>What came after a checkpoint.</summary>
    /// <param name="size">How many events the checkpoint covers.</param>
    /// <param name="mark">Its sequence number.</param>
    public async Task<RecordAfter> ReadAfterAsync(long size, long mark)
    {
        var (checkpoints, settled, tail) = (new List<(long Size, Checkpoint Checkpoint)>(), new List<Sequenced>(), new List<Sequenced>());
        var covering = 0;
        await ReadAsync(After, [size, mark], reader =>
        {
            var (place, sequence) = (reader.GetInt64(1), reader.GetInt64(2));
            switch (reader.GetInt32(0))
            {
                case 1:
                    checkpoints.Add((place, new(sequence, reader.GetDateTime(3))));
                    break;
                case 2:
                    covering += checkpoints[covering].Size <= place ? 1 : 0;
                    var before = covering == 0 ? mark : checkpoints[covering - 1].Checkpoint.Sequence;
                    settled.Add(new(sequence > before ? sequence : checkpoints[covering].Checkpoint.Sequence, Fact(reader))); // a straggler is known from then on
                    break;
                default:
                    tail.Add(new(sequence, Fact(reader)));
                    break;
            }
        });
        return new(checkpoints, settled, tail);

        static Domain.IFact Fact(NpgsqlDataReader reader) => StoredFacts.Read(reader.GetString(4), reader.GetString(5));
    }

    public async Task<Catalogue> ReadCatalogueAsync(long upTo)
    {
        var facts = new List<Sequenced>();
        await ReadAsync(CatalogueUpTo, [upTo], reader => facts.Add(new(reader.GetInt64(0), StoredFacts.Read(reader.GetString(1), reader.GetString(2)))));
        return Catalogue.Empty.With(facts);
    }

    /// <summary>Sources as registered, by id.</summary>
    public async Task<Dictionary<Guid, SourceRegistered>> ReadSourcesAsync(IReadOnlyCollection<Guid> ids)
    {
        var sources = new Dictionary<Guid, SourceRegistered>();
        if (ids.Count > 0)
        {
            await ReadAsync(SourcesOf, [ids.Select(Streams.Source).ToArray()], reader =>
            {
                var source = (SourceRegistered)StoredFacts.Read(FactNames.SourceRegistered, reader.GetString(0));
                sources.Add(source.Source, source);
            });
        }

        return sources;
    }

    /// <summary>Every topic that a claim was ever on.</summary>
    public async Task<ILookup<Guid, string>> ReadTopicsAsync(IReadOnlyCollection<Guid> claims)
    {
        var topics = new List<(Guid Claim, string Topic)>();
        if (claims.Count > 0)
        {
            await ReadAsync(TopicsOf, [claims.ToArray()], reader => topics.Add((reader.GetGuid(0), reader.GetString(1))));
        }

        return topics.ToLookup(item => item.Claim, item => item.Topic);
    }

    /// <summary>A topic's claim versions recorded up to a checkpoint, each with its end, which may be later: that is right for every K.</summary>
    public async Task<IReadOnlyCollection<ClaimVersion>> ReadVersionsAsync(string topic, long upTo)
    {
        var versions = new List<ClaimVersion>();
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        await ReadAsync(Versions, [topic, upTo], reader => versions.Add(new(
            reader.GetGuid(0), topic, Once(reader.GetString(1)), reader.GetInt64(2), reader.GetInt64(3),
            (Stance)reader.GetInt16(4), (Voice)reader.GetInt16(5), reader.IsDBNull(6) ? null : Once(reader.GetString(6)), reader.IsDBNull(7) ? null : Once(reader.GetString(7)),
            reader.GetDateTime(8), reader.GetDateTime(9), (ClaimTraits)reader.GetInt16(10), reader.GetGuid(11), Once(reader.GetString(12)),
            reader.GetFieldValue<DateOnly>(13), reader.GetInt32(14), reader.IsDBNull(15) ? null : Once(reader.GetString(15)))));
        return versions;

        string Once(string word) => words.TryGetValue(word, out var known) ? known : words[word] = word;
    }

    private async Task ReadAsync(string sql, object[] arguments, Action<NpgsqlDataReader> row)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var argument in arguments)
        {
            command.Parameters.Add(new() { Value = argument });
        }

        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.Default, CancellationToken.None); // whoever asks shares it, so nobody cancels it
        while (await reader.ReadAsync(CancellationToken.None))
        {
            row(reader);
        }
    }
}
