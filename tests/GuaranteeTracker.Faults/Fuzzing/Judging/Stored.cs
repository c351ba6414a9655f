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
        New = $"select seq_id, correlation_id, stream_id from {Tables.Events} where seq_id > $1 and type <> 'tombstone' order by seq_id",
        Strays = $"""
            select (select count(*) from {Tables.SourceTexts} kept where not exists (select from {Tables.Events} e where e.data ->> 'textSha256' = kept.sha256))
              + (select count(*) from {EventStore.Schema}.mt_streams s where version <> (select count(*) from {Tables.Events} e where e.stream_id = s.id and type <> 'tombstone') and id not like '%tombstone%')
            """;

    private long _seen;
    private Counts? _counts;

    /// <summary>What was stored before does not count.</summary>
    public async Task BeginAsync()
    {
        _seen = await tracker.QueryAsync<long>($"select coalesce(max(seq_id), 0) from {Tables.Events}");
        _counts = await Counts.ReadAsync(tracker);
    }

    /// <returns>The correlation ids of requests that stored though they were not told so, or were told so and did not; or what else is wrong.</returns>
    public async Task<IReadOnlyList<string>> FaultsAsync(Told told)
    {
        var (stored, untold) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        await using (var command = tracker.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(New))
        {
            command.Parameters.Add(new() { Value = _seen });
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                _seen = reader.GetInt64(0);
                stored.Add(reader.GetString(1));
                if (!told.Any.Contains(reader.GetString(1)) && !told.MayHaveStored(reader.GetString(2)))
                {
                    untold.Add($"{reader.GetString(1)} stored something in {reader.GetString(2)} and was not told so");
                }
            }
        }

        var (before, strays) = (_counts!, await tracker.QueryAsync<long>(Strays));
        _counts = await Counts.ReadAsync(tracker);
        return
        [
            .. untold,
            .. told.Created.Where(id => !stored.Contains(id)).Select(id => $"{id} was told that something is new and nothing is stored"),
            .. strays == 0 ? Array.Empty<string>() : [$"{strays} texts or streams are stored without their events"],
            .. _counts.Faults(before, told),
        ];
    }
}
