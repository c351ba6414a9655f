using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain.Pictures;
using Npgsql;

namespace GuaranteeTracker.Api.Reading.Records;

/// <summary>Finds who has a position anywhere: whoever has a claim that counts. One claim of each actor is enough, so no timeline is read for it.</summary>
internal sealed class PlacedActors(NpgsqlDataSource database)
{
    private const string Placed =
        $"""
        select a.id from unnest($1) a (id) cross join lateral (
          select from {Tables.ClaimVersions} v
          where v.actor = a.id and v.effective <= $2 and v.recorded <= $3 and v.until > $3 and v.source <> all($4) and v.claim <> all($5)
          order by v.effective limit 1) v
        """;

    public async Task<IReadOnlyCollection<string>> FindAsync(KnownRecord record, DateTime asOf, CancellationToken cancellation)
    {
        var placed = new HashSet<string>(StringComparer.Ordinal);
        await using (var command = database.CreateCommand(Placed))
        {
            var withdrawn = record.Catalogue.Withdrawn.Where(source => source.Value <= record.K).Select(source => source.Key);
            foreach (var argument in new object[]
            {
                record.Catalogue.Actors.AllAt(record.K).Select(actor => actor.State.Id).ToArray(), asOf, record.SettledK, withdrawn.ToArray(), record.News?.Ended.ToArray() ?? [],
            })
            {
                command.Parameters.Add(new() { Value = argument });
            }

            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                placed.Add(reader.GetString(0));
            }
        }

        if (record.News is { } news && news.Topics.Any())
        {
            placed.UnionWith((await record.OutlineAsync(asOf, new Selection(new HashSet<string>(), news.Topics.ToHashSet(StringComparer.Ordinal)))).Placed);
        }

        return placed;
    }
}
