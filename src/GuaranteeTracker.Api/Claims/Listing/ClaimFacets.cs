using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Writing;
using Npgsql;

namespace GuaranteeTracker.Api.Claims.Listing;

/// <summary>Counts claims by what they can be filtered by.</summary>
internal sealed class ClaimFacets(NpgsqlDataSource database, SourceHeads sources)
{
    private const string Actor = "actor", Speaker = "speaker", Reporter = "reported_by", Topic = "topic", Stance = "stance", Act = "act", Voice = "voice", Source = "source", Publisher = "publisher", Month = "month";

    /// <summary>Each with what it is in a row of the listing, and as text.</summary>
    private static readonly (string Name, string Value, string Text)[] _columns =
    [
        .. new[] { Actor, Speaker, Reporter, Topic, Act, Publisher }.Select(name => (name, name, name)),
        .. new[] { Stance, Voice, Source }.Select(name => (name, name, $"{name}::text")),
        (Month, "date_trunc('month', effective, 'UTC')", $"to_char({Month} at time zone 'UTC', 'YYYY-MM')"),
    ];

    private static readonly ClaimStatus[] _statuses = Enum.GetValues<ClaimStatus>();

    public async Task<ClaimFacetsAnswer> ReadAsync(ClaimFilter filter, KnownRecord record, CancellationToken cancellation)
    {
        var (total, statuses) = await CountStatusesAsync(filter, record, cancellation);
        var counts = await CountAsync(filter, record, cancellation);
        var source = Plain(Source);
        var heads = await sources.ReadAsync(source.Values.Select(value => Guid.Parse(value.Value)), cancellation);
        return new(
            filter.AsOf, record.Known, total, Named(Actor, record.NameOf), Named(Speaker, record.NameOf), Named(Reporter, record.NameOf), Named(Topic, record.TitleOf),
            Worded<Stance>(Stance), Plain(Act), Worded<Voice>(Voice), Label(source, id => heads[Guid.Parse(id)].Title), Plain(Publisher), Plain(Month), Facet.Of(statuses));

        Facet Plain(string column) => Facet.Of(counts[column]);

        Facet Named(string column, Func<string, string> name) => Label(Plain(column), name);

        Facet Worded<T>(string column)
            where T : struct, Enum => Facet.Of(counts[column].Select(count => count with { Value = EnumWords.Of(Enum.Parse<T>(count.Value)) }));

        static Facet Label(Facet facet, Func<string, string> label) => facet with { Values = [.. facet.Values.Select(value => value with { Label = label(value.Value) })] };
    }

    private async Task<(long Total, IReadOnlyList<FacetValue> Statuses)> CountStatusesAsync(ClaimFilter filter, KnownRecord record, CancellationToken cancellation)
    {
        var sql = ClaimSql.Of(filter, record);
        var statuses = string.Join(", ", _statuses.Select(status => $"count(*) filter (where {sql.Is(status)})"));
        await using var command = sql.Command(database, $"select count(*), {statuses} from {Tables.ClaimListing} listed where {sql.Where}");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return (reader.GetInt64(0), [.. _statuses.Select((status, i) => new FacetValue(EnumWords.Of(status), null, reader.GetInt64(1 + i))).Where(status => status.Count > 0)]);
    }

    /// <summary>By each column alone, in one reading. Values become text afterwards, when there are few.</summary>
    private async Task<ILookup<string, FacetValue>> CountAsync(ClaimFilter filter, KnownRecord record, CancellationToken cancellation)
    {
        var sql = ClaimSql.Of(filter, record);
        var values = string.Join(", ", _columns.Select(column => column.Value));
        await using var command = sql.Command(
            database,
            $"""
            select case {string.Join(' ', _columns.Select((column, i) => $"when place & {Bit(i)} = 0 then '{column.Name}'"))} end, coalesce({string.Join(", ", _columns.Select(column => column.Text))}), claims
            from (
              select grouping({values}) as place, {string.Join(", ", _columns.Select(column => $"{column.Value} as {column.Name}"))}, count(*) as claims
              from {Tables.ClaimListing} listed where {sql.Where}
              group by grouping sets (({string.Join("), (", _columns.Select(column => column.Value))}))) counted
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var counts = new List<(string Column, FacetValue Value)>();
        while (await reader.ReadAsync(cancellation))
        {
            if (!await reader.IsDBNullAsync(1, cancellation)) // not every claim has a speaker
            {
                counts.Add((reader.GetString(0), new(reader.GetString(1), null, reader.GetInt64(2))));
            }
        }

        return counts.ToLookup(count => count.Column, count => count.Value, StringComparer.Ordinal);
    }

    /// <summary>What <c>grouping</c> has for a column that is not grouped by: the first one is the highest.</summary>
    private static int Bit(int column) => 1 << (_columns.Length - 1 - column);
}
