using System.Runtime.CompilerServices;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Api.Recording;
using Npgsql;

namespace GuaranteeTracker.Api.Claims.Listing;

/// <summary>Reads claims by filter, as known at K.</summary>
internal sealed class ClaimLister(NpgsqlDataSource database)
{
    private const int Part = 1_000;

    /// <summary>Whether a search holds a word to search for: "the" is none.</summary>
    public async Task<bool> HasWordsAsync(string words, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select numnode(websearch_to_tsquery('english', $1))");
        command.Parameters.Add(new() { Value = words });
        return (int)(await command.ExecuteScalarAsync(cancellation))! > 0;
    }

    /// <summary>How many fit.</summary>
    public async Task<int> CountAsync(ClaimFilter filter, KnownRecord record, CancellationToken cancellation)
    {
        var sql = ClaimSql.Of(filter, record);
        await using var command = sql.Command(database, $"select count(*) from {Tables.ClaimListing} listed where {sql.Where}");
        return checked((int)(long)(await command.ExecuteScalarAsync(cancellation))!);
    }

    /// <summary>Those that come after a place, as many as a page holds.</summary>
    /// <param name="after">Null at the beginning.</param>
    public async Task<IReadOnlyList<ListedClaim>> ReadAsync(ClaimFilter filter, KnownRecord record, ClaimPlace? after, int limit, CancellationToken cancellation)
    {
        var sql = ClaimSql.Of(filter, record);
        after?.Follow(sql, filter.Sort);
        var disputed = sql.Add(record.Catalogue.Disputes.Keys.ToArray()); // more than one event follows the content only of those, and of retracted ones
        await using var command = sql.Command(
            database,
            $"""
            select row.claim, row.until, row.first, row.first_at, row.content, row.effective,
              case when row.until <= {sql.Known} or row.claim = any({disputed})
                then (
                  select max(version) from {Tables.Events} known where stream_id = '{Streams.OfClaim}' || row.claim and seq_id <= {sql.Known}
                    and not {IsLater(sql.Known)})
                else e.version end,
              e.type, e.data::text{(sql.Query is null ? "" : $", {Marked(sql.Query)}")}
            from (
              select listed.claim, listed.until, listed.first, listed.first_at, listed.content, listed.effective
              from {Tables.ClaimListing} listed where {sql.Where} order by {filter.Sort.OrderBy("listed")} limit {sql.Add(limit)}) row
            join {Tables.Events} e on e.seq_id = row.content
            order by {filter.Sort.OrderBy("row")}
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var claims = new List<ListedClaim>(limit);
        while (await reader.ReadAsync(cancellation))
        {
            claims.Add(Read(reader, sql.Query is not null, record));
        }

        return claims;
    }

    /// <summary>All of them, some at a time. Between two parts it holds nothing of the database's: however slowly somebody reads, K keeps the parts together.</summary>
    public async IAsyncEnumerable<IReadOnlyList<ListedClaim>> ReadAllAsync(ClaimFilter filter, KnownRecord record, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var next = ReadAsync(filter, record, null, Part, cancellation);
        try
        {
            IReadOnlyList<ListedClaim> part;
            do
            {
                part = await next;
                next = part.Count < Part ? next : ReadAsync(filter, record, ClaimPlace.Of(part[^1], filter.Sort), Part, cancellation); // while this one is written
                yield return part;
            }
            while (part.Count == Part);
        }
        finally
        {
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // whoever stops reading early does not want to hear of it
        }
    }

    private static ListedClaim Read(NpgsqlDataReader reader, bool isMarked, KnownRecord record)
    {
        var row = new ListedRow(
            reader.GetGuid(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetDateTime(3), reader.GetInt64(4), reader.GetDateTime(5), reader.GetInt64(6),
            reader.GetString(7), reader.GetString(8), isMarked ? reader.GetFieldValue<string[]>(9) : null);
        return ListedClaim.Of(row, Contents.Of(StoredFacts.Read(row.Type, row.Data)), record);
    }

    /// <summary>
    /// Each text with what was found between marks; what was excluded is no find. An angle bracket would make the parser see a tag and swallow it, and marks that
    /// stand in the text would be taken for ours: another character stands in for each meanwhile.
    /// </summary>
    private static string Marked(string query) =>
        $"""
        array(select ts_headline(
            'english', translate(text, '<>{Hit.Begin}{Hit.Stop}', '‹›  '), (case querytree({query}) when 'T' then '' else querytree({query}) end)::tsquery,
            'HighlightAll=true, StartSel={Hit.Begin}, StopSel={Hit.Stop}')
          from (select 0 as place, e.data #>> '{"{content,summary}"}' as text
            union all select quote.place, quote.text #>> '{"{}"}' from jsonb_path_query(e.data, '$.content.evidence.quotes[*].exact') with ordinality quote (text, place)) texts
          order by place)
        """;

    /// <summary>Whether a checkpoint had passed the event <c>known</c> before it got its leaf, and the checkpoint that it is known from is later than K. Leaves and checkpoints alone tell it.</summary>
    private static string IsLater(string known) =>
        $"""
        exists (
          select from {Tables.Leaves} leaf where leaf.sequence = known.seq_id
            and (select size from {Tables.Checkpoints} where sequence >= known.seq_id order by sequence limit 1) <= leaf.index
            and (select sequence from {Tables.Checkpoints} where size > leaf.index order by size limit 1) > {known})
        """;
}
