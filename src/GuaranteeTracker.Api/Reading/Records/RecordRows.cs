using System.Data;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Sources;
using GuaranteeTracker.Domain.Timelines;
using Npgsql;

namespace GuaranteeTracker.Api.Reading.Records;

/// <summary>What the database holds after a sequence number.</summary>
/// <param name="Checkpoints">In order.</param>
/// <param name="Facts">In order of sequence.</param>
internal sealed record RecordAfter(IReadOnlyList<Checkpoint> Checkpoints, IReadOnlyList<Sequenced> Facts);

/// <summary>Reads the record for <see cref="RecordKeeper"/>: rows up to a checkpoint, events after it.</summary>
internal sealed class RecordRows(NpgsqlDataSource database)
{
    private const string
        // The events' bound is a parameter and nothing more: of anything reckoned here the planner expects a third of the table, and reads it.
        After =
            $"""
            (select null as type, sequence, sequence as own, at, null as data from {Tables.Checkpoints} where sequence > $1)
            union all
            (select type, seq_id, seq_id, null, data::text from {Tables.Events}
             where seq_id > $1 and type <> '{FactNames.Tombstone}' and not exists (select from {Tables.Stragglers} s where s.sequence = seq_id)
             order by seq_id limit $2)
            union all
            (select e.type, s.known, e.seq_id, null, e.data::text from {Tables.Stragglers} s join {Tables.Events} e on e.seq_id = s.sequence where s.known > $1)
            order by 2, 3
            """,
        CatalogueUpTo = $"select known, type, data::text from {Tables.Catalogue} where known <= $1 order by known, sequence",
        LastFactUpTo = $"select coalesce(max(seq_id), 0) from {Tables.Events} where seq_id <= $1 and type <> '{FactNames.Tombstone}'",
        SourcesOf = $"select data::text from {Tables.Events} where stream_id = any($1) and version = 1",
        TopicsOf = $"select distinct claim, topic from {Tables.ClaimVersions} where claim = any($1)",
        Versions =
            $"""
            select claim, actor, recorded, until, stance, voice, speaker, reported_by, earliest, effective, traits, source, publisher, published, start, stated
            from {Tables.ClaimVersions} where topic = $1 and recorded <= $2
            """;

    /// <param name="sequence">The checkpoint's from which the caller goes on.</param>
    /// <param name="most">How many events to read at most; null: all.</param>
    public async Task<RecordAfter> ReadAfterAsync(long sequence, long? most)
    {
        var (checkpoints, facts) = (new List<Checkpoint>(), new List<Sequenced>());
        await ReadAsync(After, [sequence, most ?? long.MaxValue], reader =>
        {
            if (reader.IsDBNull(0))
            {
                checkpoints.Add(new(reader.GetInt64(1), reader.GetDateTime(3)));
            }
            else
            {
                facts.Add(new(reader.GetInt64(1), StoredFacts.Read(reader.GetString(0), reader.GetString(4))));
            }
        });
        return new(checkpoints, facts);
    }

    public async Task<Catalogue> ReadCatalogueAsync(long upTo)
    {
        var facts = new List<Sequenced>();
        await ReadAsync(CatalogueUpTo, [upTo], reader => facts.Add(new(reader.GetInt64(0), StoredFacts.Read(reader.GetString(1), reader.GetString(2)))));
        return Catalogue.Empty.With(facts);
    }

    public Task<long> ReadLastFactAsync(long upTo) => ReadNumberAsync(LastFactUpTo, upTo);

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

    /// <summary>A topic's claim versions as they were at a checkpoint.</summary>
    public async Task<IReadOnlyCollection<ClaimVersion>> ReadVersionsAsync(string topic, long upTo)
    {
        var versions = new List<ClaimVersion>();
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        await ReadAsync(Versions, [topic, upTo], reader => versions.Add(new(
            reader.GetGuid(0), topic, Once(reader.GetString(1)), reader.GetInt64(2), reader.GetInt64(3) is var until && until > upTo ? ClaimVersion.Never : until,
            (Stance)reader.GetInt16(4), (Voice)reader.GetInt16(5), reader.IsDBNull(6) ? null : Once(reader.GetString(6)), reader.IsDBNull(7) ? null : Once(reader.GetString(7)),
            reader.GetDateTime(8), reader.GetDateTime(9), (ClaimTraits)reader.GetInt16(10), reader.GetGuid(11), Once(reader.GetString(12)),
            reader.GetFieldValue<DateOnly>(13), reader.GetInt32(14), reader.IsDBNull(15) ? null : Once(reader.GetString(15)))));
        return versions;

        string Once(string word) => words.TryGetValue(word, out var known) ? known : words[word] = word;
    }

    private async Task<long> ReadNumberAsync(string sql, params object[] arguments)
    {
        long number = 0;
        await ReadAsync(sql, arguments, reader => number = reader.GetInt64(0));
        return number;
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
