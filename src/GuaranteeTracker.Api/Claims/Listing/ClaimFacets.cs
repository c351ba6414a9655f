using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Writing;
using Npgsql;

namespace GuaranteeTracker.Api.Claims.Listing;

/// <summary>Counts claims by what they can be filtered by.</summary>
internal sealed class ClaimFacets(NpgsqlDataSource database, SourceHeads sources)
{
    private static readonly string[] _columns =
    [
        "actor", "speaker", "reported_by", "topic", "stance::text", "act", "voice::text", "source::text", "publisher", "to_char(effective at time zone 'UTC', 'YYYY-MM')",
    ];

    private static readonly ClaimStatus[] _statuses = Enum.GetValues<ClaimStatus>();

    public async Task<ClaimFacetsAnswer> ReadAsync(ClaimFilter filter, KnownRecord record, CancellationToken cancellation)
    {
        var (counts, statuses, total) = await CountAsync(filter, record, cancellation);
        var source = Facet.Of(Plain(7));
        var heads = await sources.ReadAsync(source.Values.Select(value => Guid.Parse(value.Value)), cancellation);
        return new(
            filter.AsOf, record.Known, total, Named(0, record.NameOf), Named(1, record.NameOf), Named(2, record.NameOf), Named(3, record.TitleOf),
            Words<Stance>(4), Facet.Of(Plain(5)), Words<Voice>(6),
            source with { Values = [.. source.Values.Select(value => value with { Label = heads[Guid.Parse(value.Value)].Title })] },
            Facet.Of(Plain(8)), Facet.Of(Plain(9)), Facet.Of(statuses));

        IEnumerable<FacetValue> Plain(int column) => counts[column].Select(count => new FacetValue(count.Value, null, count.Count));

        Facet Named(int column, Func<string, string> name)
        {
            var facet = Facet.Of(Plain(column));
            return facet with { Values = [.. facet.Values.Select(value => value with { Label = name(value.Value) })] };
        }

        Facet Words<T>(int column)
            where T : struct, Enum =>
            Facet.Of(counts[column].Select(count => new FacetValue(EnumWords.Of(Enum.Parse<T>(count.Value)), null, count.Count)));
    }

    private async Task<(ILookup<int, (string Value, long Count)> Counts, IReadOnlyList<FacetValue> Statuses, long Total)> CountAsync(
        ClaimFilter filter, KnownRecord record, CancellationToken cancellation)
    {
        var sql = ClaimSql.Of(filter, record);
        var statuses = string.Join(", ", _statuses.Select(status => $"count(*) filter (where {sql.Is(status)})"));
        var columns = string.Join(", ", _columns);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var command = sql.Command(
            connection,
            $"""
            select grouping({columns}), coalesce({columns}), count(*), {statuses} from {Tables.ClaimListing} listed where {sql.Where}
            group by grouping sets (({string.Join("), (", _columns)}), ())
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var counts = new List<(int Column, string Value, long Count)>();
        var (found, total) = (new List<FacetValue>(), 0L);
        var none = (1 << _columns.Length) - 1;
        while (await reader.ReadAsync(cancellation))
        {
            var grouping = reader.GetInt32(0);
            if (grouping == none)
            {
                total = reader.GetInt64(2);
                found.AddRange(_statuses.Select((status, i) => new FacetValue(EnumWords.Of(status), null, reader.GetInt64(3 + i))).Where(status => status.Count > 0));
            }
            else if (!await reader.IsDBNullAsync(1, cancellation)) // not every claim has a speaker
            {
                counts.Add((_columns.Length - 1 - int.Log2(none ^ grouping), reader.GetString(1), reader.GetInt64(2)));
            }
        }

        return (counts.ToLookup(count => count.Column, count => (count.Value, count.Count)), found, total);
    }
}
