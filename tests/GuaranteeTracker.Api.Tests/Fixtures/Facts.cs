using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GuaranteeTracker.Api.Tests.Fixtures;

/// <summary>The record itself, to work out by hand what answers should say.</summary>
internal static class Facts
{
    /// <summary>Everything on record, in the order of sequence.</summary>
    public static async Task<List<(long Sequence, IFact Fact)>> FactsAsync(this Tracker tracker) =>
        (await tracker.TimedFactsAsync()).ConvertAll(fact => (fact.Sequence, fact.Fact));

    /// <summary>The same, with when each was stored (UTC).</summary>
    public static async Task<List<(long Sequence, DateTime At, IFact Fact)>> TimedFactsAsync(this Tracker tracker)
    {
        await using var command = tracker.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand($"select seq_id, timestamp, type, data::text from {Tables.Events} where type <> 'tombstone' order by seq_id");
        await using var reader = await command.ExecuteReaderAsync();
        var facts = new List<(long, DateTime, IFact)>();
        while (await reader.ReadAsync())
        {
            facts.Add((reader.GetInt64(0), reader.GetDateTime(1), StoredFacts.Read(reader.GetString(2), reader.GetString(3))));
        }

        return facts;
    }
}
