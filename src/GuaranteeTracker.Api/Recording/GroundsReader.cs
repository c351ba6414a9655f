using Marten;
using Npgsql;

namespace GuaranteeTracker.Api.Recording;

/// <summary>Reads, in one round trip, what requests are decided on.</summary>
internal sealed class GroundsReader(IDocumentStore store, KnownThings known)
{
    private const string
        Begin = $"select now(), {Appending.Share}",
        AwaitTurns = "select count(pg_advisory_xact_lock(hashtextextended(name, 0))) from unnest($1) as name",
        Whole = $"select stream_id, version, type, data, timestamp, causation_id from {Tables.Events} where stream_id = any($1) order by stream_id, version",
        SourcesOf =
            $"""
            select stream_id, version, type, data, timestamp, causation_id from {Tables.Events}
            where stream_id in (select 'source:' || (data #>> '{"{content,evidence,source}"}') from {Tables.Events} where stream_id = any($1) and version = 1 and type = '{FactNames.ClaimRecorded}')
              and stream_id <> all($2)
            order by stream_id, version
            """,
        Mentioned = $"select id from {EventStore.Schema}.mt_streams where id = any($1)",
        Texts =
            $"""
            select e.stream_id, t.sha256, case when e.stream_id = any($2) or t.sha256 <> all($3) then t.text end
            from {Tables.Events} e join {Tables.SourceTexts} t on t.sha256 = e.data ->> 'textSha256'
            where e.stream_id = any($1) and e.version = 1 and e.type = '{FactNames.SourceRegistered}'
            """;

    private readonly DocumentStore _store = (DocumentStore)store;

    /// <param name="turns">Names under which nobody else records until the transaction ends: whoever takes one that is taken waits.</param>
    public async Task<Grounds> ReadAsync(
        NpgsqlTransaction transaction, IReadOnlyCollection<Needs> needs, IEnumerable<string> turns, IReadOnlyCollection<IdempotencyKey> keys, CancellationToken cancellation)
    {
        var (names, quoted) = (Distinct(turns), Distinct(needs.SelectMany(need => need.Quoted)));
        var whole = Distinct(needs.SelectMany(need => need.Streams).Concat(quoted));
        var claims = Distinct(needs.SelectMany(need => need.SourcesOf));
        var mentioned = Distinct(needs.SelectMany(need => need.Mentioned)).ToLookup(known.Has);
        string[] unknown = [.. mentioned[false]];
        var seen = quoted.Select(known.TextOf).ToArray();
        string[] kept = [.. needs.Select(need => need.Keeps).OfType<string>()];
        var unread = needs.Where(need => need.Looked is null).SelectMany(need => need.Quoted).Where(source => known.TextOf(source) is null);
        var grounds = new Grounds();

        var reading = new BatchReading();
        reading.Add(Begin, [], async reader => grounds.Now = await reader.ReadAsync(cancellation) ? reader.GetFieldValue<DateTimeOffset>(0) : throw new InvalidOperationException("The database does not tell the time."));
        reading.AddIf(names.Length > 0, AwaitTurns, [names], _ => Task.CompletedTask);
        Array.ForEach(whole, grounds.Open);
        Array.ForEach([.. mentioned[true]], grounds.ReadMentioned);
        reading.Add(Whole, [whole], reader => ReadWholeAsync(reader, grounds, cancellation));
        reading.AddIf(claims.Length > 0, SourcesOf, [claims, whole], reader => ReadWholeAsync(reader, grounds, cancellation));
        reading.AddIf(unknown.Length > 0, Mentioned, [unknown], reader => ReadMentionedAsync(reader, grounds, cancellation));
        reading.AddIf(quoted.Length > 0, Texts, [quoted, Distinct(unread), Distinct([.. seen.OfType<KnownText>().Select(text => text.Sha256), .. needs.Select(need => need.Looked).OfType<string>()])], reader => ReadTextsAsync(reader, grounds, seen, cancellation));
        reading.AddIf(kept.Length > 0, Takedowns.Find, [kept], reader => ReadTakedownsAsync(reader, grounds, cancellation));
        reading.AddIf(keys.Count > 0, IdempotentAnswers.Find, [keys.Select(key => key.Caller).ToArray(), keys.Select(key => key.Key).ToArray()], reader => grounds.ReadAnswersAsync(reader, cancellation));
        await reading.RunAsync(transaction, cancellation);
        return grounds;
    }

    private async Task ReadWholeAsync(NpgsqlDataReader reader, Grounds grounds, CancellationToken cancellation)
    {
        while (await reader.ReadAsync(cancellation))
        {
            var stream = reader.GetString(0);
            var e = _store.Events.BuildEvent(StoredFacts.Read(reader.GetString(2), reader.GetFieldValue<byte[]>(3)));
            (e.StreamKey, e.Version, e.Timestamp) = (stream, reader.GetInt64(1), reader.GetFieldValue<DateTimeOffset>(4));
            e.CausationId = await reader.IsDBNullAsync(5, cancellation) ? null : reader.GetString(5);
            grounds.Open(stream);
            grounds.Read(stream, e);
        }
    }

    private async Task ReadMentionedAsync(NpgsqlDataReader reader, Grounds grounds, CancellationToken cancellation)
    {
        while (await reader.ReadAsync(cancellation))
        {
            var stream = reader.GetString(0);
            known.Add(stream);
            grounds.ReadMentioned(stream);
        }
    }

    /// <param name="seen">Texts that need not be sent again where they are still kept.</param>
    private async Task ReadTextsAsync(NpgsqlDataReader reader, Grounds grounds, KnownText?[] seen, CancellationToken cancellation)
    {
        while (await reader.ReadAsync(cancellation))
        {
            var sha256 = reader.GetString(1);
            if (await reader.IsDBNullAsync(2, cancellation))
            {
                grounds.ReadText(sha256, Array.Find(seen, text => text?.Sha256 == sha256)?.Text);
                continue;
            }

            var text = new KnownText(sha256, reader.GetString(2));
            known.AddText(reader.GetString(0), text);
            grounds.ReadText(sha256, text.Text);
        }
    }

    private static async Task ReadTakedownsAsync(NpgsqlDataReader reader, Grounds grounds, CancellationToken cancellation)
    {
        while (await reader.ReadAsync(cancellation))
        {
            grounds.ReadTakedown(reader.GetString(0), reader.GetDateTime(1));
        }
    }

    private static string[] Distinct(IEnumerable<string> names) => [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
