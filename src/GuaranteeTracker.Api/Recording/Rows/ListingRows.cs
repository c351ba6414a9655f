using System.Globalization;
using GuaranteeTracker.Domain.Timelines;
using Npgsql;

namespace GuaranteeTracker.Api.Recording.Rows;

/// <summary>Makes the rows that claims are found by, out of the rows of their versions and the words in their events.</summary>
internal static class ListingRows
{
    public const string
        Columns = "claim, recorded, until, retracted, first, first_at, content, effective, topic, actor, stance, voice, act, speaker, reported_by, source, publisher, words";

    private static readonly string _never = ClaimVersion.Never.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether a version of this service wrote the record, or went on writing it, that made no such rows.</summary>
    public const string AreMissing = $"select coalesce((select max(recorded) from {Tables.ClaimVersions}), 0) > coalesce((select max(recorded) from {Tables.ClaimListing}), 0)";

    /// <summary>All rows, into an empty table.</summary>
    public static string Fill(string versions, string listing) => Add(versions, listing);

    /// <summary>Rows of new versions, after the versions themselves.</summary>
    public static NpgsqlBatchCommand Add(string versions, string listing, IReadOnlyList<ClaimVersion> added) => Sql.Of(
        $"{Add(versions, listing)} join unnest($1, $2) as added (claim, recorded) on v.claim = added.claim and v.recorded = added.recorded",
        added.Select(version => version.Claim).ToArray(), added.Select(version => version.Recorded).ToArray());

    /// <summary>That older versions of these claims ended, after the versions themselves.</summary>
    public static NpgsqlBatchCommand End(IEnumerable<Guid> claims) =>
        Sql.Of($"{End(Tables.ClaimVersions, Tables.ClaimListing)} and v.claim = any($1)", claims.ToArray());

    /// <summary>The same of the claims in a temporary table.</summary>
    public static string EndAmong(string versions, string listing, string claims) => $"{End(versions, listing)} and v.claim in (select claim from {claims})";

    /// <summary>So many characters of passages are searched: a tsvector holds a megabyte, and compound words come in it three times.</summary>
    private const string MostWords = "60000";

    /// <summary>An event's passages, as <see cref="Words"/> has them.</summary>
    public const string Passages = "jsonb_path_query_array(data, '$.content.evidence.quotes[*].exact') as passages";

    /// <summary>The words are those of the summary and of each passage; a phrase never reaches from one into another, but where passages are too long.</summary>
    public const string Words =
        $$"""
        case when jsonb_array_length(e.passages) <= 10 or length(e.passages::text) <= {{MostWords}} then to_tsvector('english', jsonb_path_query_array(e.data, '$.content.summary') || e.passages)
          else to_tsvector('english', left((e.data #>> '{content,summary}') || ' ' || (e.passages #>> '{}'), {{MostWords}})) end
        """;

    private static string Add(string versions, string listing) =>
        $"""
        insert into {listing} ({Columns})
        select v.claim, v.recorded, v.until, {Retracted(versions)}, f.seq_id, f.timestamp, e.seq_id, v.effective, v.topic, v.actor, v.stance, v.voice, e.data #>> '{"{content,act}"}',
          v.speaker, v.reported_by, v.source, v.publisher,
          {Words}
        from {versions} v
        cross join lateral (
          select seq_id, data, {Passages} from {Tables.Events}
          where stream_id = '{Streams.OfClaim}' || v.claim and type in ('{FactNames.ClaimRecorded}', '{FactNames.ClaimCorrected}') and seq_id <= v.recorded
          order by version desc limit 1) e
        cross join lateral (select seq_id, timestamp from {Tables.Events} where stream_id = '{Streams.OfClaim}' || v.claim and version = 1) f
        """;

    private static string End(string versions, string listing) =>
        $"""
        update {listing} listed set until = v.until, retracted = {Retracted(versions)} from {versions} v
        where listed.claim = v.claim and listed.recorded = v.recorded and listed.until <> v.until
        """;

    /// <summary>It ended, and nothing came in its place.</summary>
    private static string Retracted(string versions) =>
        $"v.until < {_never} and not exists (select from {versions} next where next.claim = v.claim and next.recorded >= v.until)";
}
