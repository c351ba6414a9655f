using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GuaranteeTracker.Api.Tests.Fixtures;

/// <summary>The record itself, to work out by hand what answers should say.</summary>
internal static class Facts
{
    /// <summary>Everything on record, in the order of sequence.</summary>
    public static async Task<List<(long Sequence, IFact Fact)>> FactsAsync(this Tracker tracker)
    {
        await using var command = tracker.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand($"select seq_id, type, data::text from {Tables.Events} where type <> 'tombstone' order by seq_id");
        await using var reader = await command.ExecuteReaderAsync();
        var facts = new List<(long, IFact)>();
        while (await reader.ReadAsync())
        {
            facts.Add((reader.GetInt64(0), StoredFacts.Read(reader.GetString(1), reader.GetString(2))));
        }

        return facts;
    }
}
