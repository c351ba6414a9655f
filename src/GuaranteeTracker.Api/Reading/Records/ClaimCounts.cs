using GuaranteeTracker.Api.Recording;
using Npgsql;

namespace GuaranteeTracker.Api.Reading.Records;

/// <summary>How many live claims there are of something, and between which days (UTC) they count from.</summary>
/// <param name="First">Null where there are none.</param>
/// <param name="Last">It may lie in the future.</param>
/// <param name="Actors">How many actors made them.</param>
internal sealed record ClaimCount(long Claims, DateOnly? First, DateOnly? Last, long Actors)
{
    public static ClaimCount None { get; } = new(0, null, null, 0);
}

/// <summary>Counts live claims at a K that rows hold, from indexes where there are any.</summary>
internal sealed class ClaimCounts(NpgsqlDataSource database)
{
    private const string
        // Each bound is a parameter and nothing more, as for RecordRows.
        Live = "recorded <= $2 and until > $2 and source <> all($3)",
        OfActors = $"select actor, count(*), min(effective), max(effective), 1::bigint from {Tables.ClaimVersions} where actor = any($1) and {Live} group by actor",
        OfSpeakers = $"select speaker, count(*), min(effective), max(effective), 1::bigint from {Tables.ClaimVersions} where speaker = any($1) and {Live} group by speaker",
        OfActorsAndSpeakers = $"select true, a.* from ({OfActors}) a union all select false, s.* from ({OfSpeakers}) s",
        OfTopics =
            $"""
            select true, topic, sum(claims)::bigint, min(first), max(last), count(*) from (
              select topic, actor, count(*) as claims, min(effective) as first, max(effective) as last from {Tables.ClaimVersions} where topic = any($1) and {Live} group by topic, actor) cell
            group by topic
            """;

    /// <summary>Those made as each actor, and those that it speaks in.</summary>
    /// <param name="at">At a checkpoint.</param>
    public async Task<(Func<string, ClaimCount> Made, Func<string, ClaimCount> Spoken)> OfActorsAsync(IReadOnlyCollection<string> actors, KnownRecord at, CancellationToken cancellation)
    {
        var (made, spoken) = await ReadAsync(OfActorsAndSpeakers, actors, at, cancellation);
        return (actor => made.GetValueOrDefault(actor, ClaimCount.None), actor => spoken.GetValueOrDefault(actor, ClaimCount.None));
    }

    /// <summary>Those on each topic.</summary>
    /// <param name="at">At a checkpoint.</param>
    public async Task<Func<string, ClaimCount>> OfTopicsAsync(IReadOnlyCollection<string> topics, KnownRecord at, CancellationToken cancellation)
    {
        var (found, _) = await ReadAsync(OfTopics, topics, at, cancellation);
        return topic => found.GetValueOrDefault(topic, ClaimCount.None);
    }

    private async Task<(Dictionary<string, ClaimCount> Made, Dictionary<string, ClaimCount> Spoken)> ReadAsync(
        string sql, IReadOnlyCollection<string> ids, KnownRecord at, CancellationToken cancellation)
    {
        var (made, spoken) = (new Dictionary<string, ClaimCount>(StringComparer.Ordinal), new Dictionary<string, ClaimCount>(StringComparer.Ordinal));
        if (ids.Count == 0)
        {
            return (made, spoken);
        }

        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = ids.ToArray() });
        command.Parameters.Add(new() { Value = at.K });
        command.Parameters.Add(new() { Value = at.Catalogue.Withdrawn.Where(source => source.Value <= at.K).Select(source => source.Key).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            (reader.GetBoolean(0) ? made : spoken).Add(
                reader.GetString(1), new(reader.GetInt64(2), DateOnly.FromDateTime(reader.GetDateTime(3)), DateOnly.FromDateTime(reader.GetDateTime(4)), reader.GetInt64(5)));
        }

        return (made, spoken);
    }
}
