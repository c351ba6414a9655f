using GuaranteeTracker.Api;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GuaranteeTracker.Faults.Fuzzing.Judging;

/// <summary>Looks whether only requests that were told so have stored anything: each event carries its request's correlation id.</summary>
internal sealed class Stored(Tracker tracker)
{
    private const string
        New = $"select seq_id, correlation_id from {Tables.Events} where seq_id > $1 and type <> 'tombstone' order by seq_id",
        Strays = $"""
            select (select count(*) from {Tables.SourceTexts} kept where not exists (select from {Tables.Events} e where e.data ->> 'textSha256' = kept.sha256))
              + (select count(*) from {EventStore.Schema}.mt_streams s where version <> (select count(*) from {Tables.Events} e where e.stream_id = s.id and type <> 'tombstone') and id not like '%tombstone%')
            """,
        Answers = $"select count(*) from {Tables.Answers}";

    private long _seen, _answers;

    /// <summary>What was stored before does not count.</summary>
    public async Task BeginAsync()
    {
        _seen = await tracker.QueryAsync<long>($"select coalesce(max(seq_id), 0) from {Tables.Events}");
        _answers = await tracker.QueryAsync<long>(Answers);
    }

    /// <param name="told">Correlation ids of all that were answered 2xx since the last time.</param>
    /// <param name="created">Of those, which were answered 201 to something new.</param>
    /// <param name="keyed">How many were answered 2xx and had an Idempotency-Key.</param>
    /// <returns>The correlation ids of requests that stored though they were not told so, or were told so and did not; or what else is wrong.</returns>
    public async Task<IReadOnlyList<string>> FaultsAsync(IReadOnlySet<string> told, IReadOnlySet<string> created, long keyed)
    {
        var stored = new HashSet<string>(StringComparer.Ordinal);
        await using (var command = tracker.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(New))
        {
            command.Parameters.Add(new() { Value = _seen });
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                _seen = reader.GetInt64(0);
                stored.Add(reader.GetString(1));
            }
        }

        var (answersBefore, strays) = (_answers, await tracker.QueryAsync<long>(Strays));
        _answers = await tracker.QueryAsync<long>(Answers);
        return
        [
            .. stored.Where(id => !told.Contains(id)).Select(id => $"{id} stored something and was not told so"),
            .. created.Where(id => !stored.Contains(id)).Select(id => $"{id} was told that something is new and nothing is stored"),
            .. strays == 0 ? Array.Empty<string>() : [$"{strays} texts or streams are stored without their events"],
            .. _answers - answersBefore <= keyed ? Array.Empty<string>() : [$"{_answers - answersBefore} answers are kept for {keyed} requests that went well"],
        ];
    }
}
