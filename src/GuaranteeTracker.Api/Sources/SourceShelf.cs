using System.Collections.Immutable;
using System.Globalization;
using GuaranteeTracker.Api.Recording;
using Npgsql;

namespace GuaranteeTracker.Api.Sources;

/// <summary>Where a source stands in the list of all: the newest publication first, then by id.</summary>
internal sealed record SourceKey(DateOnly Published, Guid Id) : IComparable<SourceKey>
{
    public int CompareTo(SourceKey? other) => other is null ? -1
        : other.Published.CompareTo(Published) is not 0 and var byDate ? byDate
        : Id.CompareTo(other.Id);

    /// <summary>As a cursor has it.</summary>
    public string Write() => string.Create(CultureInfo.InvariantCulture, $"{Published:yyyy-MM-dd} {Id}");

    public static SourceKey? Read(string text) =>
        text.Length > 11 && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var published)
        && Guid.TryParseExact(text.AsSpan(11), "D", out var id) ? new(published, id) : null;
}

/// <summary>
/// All sources on record in the order of a list. Kept in memory, a date and an id each: events have no index by publication.
/// Read once, then only what checkpoints have covered since.
/// </summary>
internal sealed class SourceShelf(NpgsqlDataSource database)
{
    private const string
        Size = $"select coalesce(max(size), 0) from {Tables.Checkpoints}",
        All =
            $"""
            select e.data->>'published', (e.data->>'source')::uuid from {EventStore.Schema}.mt_streams s join {Tables.Events} e on e.stream_id = s.id and e.version = 1
            where starts_with(s.id, 'source:')
            """,
        Since =
            $"""
            select e.data->>'published', (e.data->>'source')::uuid from {Tables.Leaves} l join {Tables.Events} e on e.seq_id = l.sequence
            where l.index >= $1 and e.type = '{FactNames.SourceRegistered}'
            """;

    private Shelf _shelf = new(0, []);

    /// <summary>Every source that a checkpoint covers, and perhaps some that none does yet.</summary>
    public async Task<ImmutableSortedSet<SourceKey>> ReadAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var asking = new NpgsqlCommand(Size, connection);
        var size = (long)(await asking.ExecuteScalarAsync(cancellation))!;
        var known = Volatile.Read(ref _shelf);
        if (size > known.Size)
        {
            await using var command = new NpgsqlCommand(known.Size == 0 ? All : Since, connection);
            if (known.Size > 0)
            {
                command.Parameters.Add(new() { Value = known.Size });
            }

            known = new(size, known.Sources.Union(await KeysAsync(command, cancellation)));
            Volatile.Write(ref _shelf, known); // of two at once either may win: the other's sources are read again
        }

        return known.Sources;
    }

    private static async Task<List<SourceKey>> KeysAsync(NpgsqlCommand command, CancellationToken cancellation)
    {
        var keys = new List<SourceKey>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            keys.Add(new(DateOnly.ParseExact(reader.GetString(0), "yyyy-MM-dd", CultureInfo.InvariantCulture), reader.GetGuid(1)));
        }

        return keys;
    }

    /// <param name="Size">How many events the checkpoint covers up to which it is complete.</param>
    private sealed record Shelf(long Size, ImmutableSortedSet<SourceKey> Sources);
}
