using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Timelines;
using Npgsql;

namespace GuaranteeTracker.Api.Reading.Records;

/// <summary>Reads what claims say in words, from the events themselves.</summary>
internal sealed class Contents(NpgsqlDataSource database)
{
    private const string Read =
        $"""
        select k.claim, k.recorded, e.type, e.data::text from unnest($1, $2) k (claim, recorded) cross join lateral (
          select type, data from {Tables.Events}
          where stream_id = '{Streams.OfClaim}' || k.claim and type in ('{FactNames.ClaimRecorded}', '{FactNames.ClaimCorrected}') and seq_id <= k.recorded
          order by version desc limit 1) e
        """;

    /// <summary>Looks up what was read.</summary>
    public async Task<Func<ContentKey, ClaimContent>> ReadAsync(IEnumerable<ContentKey> keys, CancellationToken cancellation)
    {
        var wanted = keys.Distinct().ToList();
        var contents = new Dictionary<ContentKey, ClaimContent>(wanted.Count);
        if (wanted.Count > 0)
        {
            await using var command = database.CreateCommand(Read);
            command.Parameters.Add(new() { Value = wanted.Select(key => key.Claim).ToArray() });
            command.Parameters.Add(new() { Value = wanted.Select(key => key.Recorded).ToArray() });
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                contents.Add(new(reader.GetGuid(0), reader.GetInt64(1)), Of(StoredFacts.Read(reader.GetString(2), reader.GetString(3))));
            }
        }

        return key => contents[key];
    }

    /// <summary>What a fact has a claim say.</summary>
    public static ClaimContent Of(Domain.IFact fact) => fact switch
    {
        ClaimRecorded e => e.Content,
        ClaimCorrected e => e.Content,
        _ => throw new NotSupportedException($"{fact.GetType().Name} gives a claim no content."),
    };
}
