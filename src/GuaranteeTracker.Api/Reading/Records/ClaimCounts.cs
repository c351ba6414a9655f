using System.Collections.Concurrent;
using GuaranteeTracker.Api.Recording;
using Npgsql;

namespace GuaranteeTracker.Api.Reading.Records;

/// <summary>How many live claims there are of something, and between which days (UTC) they count from.</summary>
/// <param name="First">Null where there are none.</param>
/// <param name="Last">It may lie in the future.</param>
/// <param name="Actors">How many actors make them.</param>
internal sealed record ClaimCount(long Claims, DateOnly? First, DateOnly? Last, long Actors)
{
    public static ClaimCount None { get; } = new(0, null, null, 0);
}

/// <summary>What is counted of one actor or topic.</summary>
/// <param name="Claims">Those it makes, or that are on it.</param>
/// <param name="Spoken">Those that it is the speaker of.</param>
internal sealed record Counted(ClaimCount Claims, ClaimCount Spoken)
{
    public static Counted None { get; } = new(ClaimCount.None, ClaimCount.None);
}

/// <summary>Counts live claims at a K that rows hold, from indexes where there are any.</summary>
internal sealed class ClaimCounts(NpgsqlDataSource database)
{
    private const string
        // Each bound is a parameter and nothing more, as for RecordRows.
        Live = "recorded <= $2 and until > $2 and source <> all($3)",
        OfActors = $"select actor, count(*), min(effective), max(effective), 1::bigint from {Tables.ClaimVersions} where actor = any($1) and {Live} group by actor",
        OfSpeakers = $"select speaker, count(*), min(effective), max(effective), count(distinct actor) from {Tables.ClaimVersions} where speaker = any($1) and {Live} group by speaker",
        OfActorsAndSpeakers = $"select true, a.* from ({OfActors}) a union all select false, s.* from ({OfSpeakers}) s",
        OfTopics =
            $"""
            select true, topic, sum(claims)::bigint, min(first), max(last), count(*) from (
              select topic, actor, count(*) as claims, min(effective) as first, max(effective) as last from {Tables.ClaimVersions} where topic = any($1) and {Live} group by topic, actor) cell
            group by topic
            """;

    private const int MomentsKept = 8;

    /// <summary>What was counted at the last few K, which never changes: many read one page of a list between two checkpoints.</summary>
    private readonly ConcurrentDictionary<(string Sql, long K), ConcurrentDictionary<string, Counted>> _kept = [];

    /// <summary>Those made as each actor, and those that it speaks in.</summary>
    /// <param name="at">At a checkpoint.</param>
    public Task<IReadOnlyDictionary<string, Counted>> OfActorsAsync(IReadOnlyCollection<string> actors, KnownRecord at, CancellationToken cancellation) =>
        CountAsync(OfActorsAndSpeakers, actors, at, cancellation);

    /// <summary>Those on each topic; nobody speaks as one.</summary>
    /// <param name="at">At a checkpoint.</param>
    public Task<IReadOnlyDictionary<string, Counted>> OfTopicsAsync(IReadOnlyCollection<string> topics, KnownRecord at, CancellationToken cancellation) =>
        CountAsync(OfTopics, topics, at, cancellation);

    private async Task<IReadOnlyDictionary<string, Counted>> CountAsync(string sql, IReadOnlyCollection<string> ids, KnownRecord at, CancellationToken cancellation)
    {
        var kept = KeptAt(sql, at.K);
        if (ids.Where(id => !kept.ContainsKey(id)).ToArray() is { Length: > 0 } missing)
        {
            var read = await ReadAsync(sql, missing, at, cancellation);
            foreach (var id in missing)
            {
                kept[id] = read.GetValueOrDefault(id, Counted.None);
            }
        }

        return kept;
    }

    private ConcurrentDictionary<string, Counted> KeptAt(string sql, long k)
    {
        var kept = _kept.GetOrAdd((sql, k), _ => new(StringComparer.Ordinal));
        if (_kept.Count > MomentsKept && _kept.Keys.Where(moment => moment.K != k).OrderBy(moment => moment.K).Cast<(string, long)?>().FirstOrDefault() is { } oldest)
        {
            _kept.TryRemove(oldest, out _);
        }

        return kept;
    }

    private async Task<Dictionary<string, Counted>> ReadAsync(string sql, string[] ids, KnownRecord at, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = ids });
        command.Parameters.Add(new() { Value = at.K });
        command.Parameters.Add(new() { Value = at.Withdrawn.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var read = new Dictionary<string, Counted>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation))
        {
            var (id, count) = (reader.GetString(1), new ClaimCount(reader.GetInt64(2), DayOf(reader.GetDateTime(3)), DayOf(reader.GetDateTime(4)), reader.GetInt64(5)));
            var before = read.GetValueOrDefault(id, Counted.None);
            read[id] = reader.GetBoolean(0) ? before with { Claims = count } : before with { Spoken = count };
        }

        return read;

        static DateOnly DayOf(DateTime instant) => DateOnly.FromDateTime(instant);
    }
}
