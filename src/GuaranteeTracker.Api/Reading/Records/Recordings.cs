using GuaranteeTracker.Api.Recording;
using Npgsql;

namespace GuaranteeTracker.Api.Reading.Records;

/// <summary>The last event about a thing up to a sequence number.</summary>
/// <param name="At">When it was stored (UTC): a label, not a K.</param>
/// <param name="Reason">Why; null where none was given.</param>
internal sealed record LastEvent(string Type, DateTime At, string? Reason);

/// <summary>Reads when, and why, things came to be as they are known.</summary>
internal sealed class Recordings(NpgsqlDataSource database)
{
    private const string Read =
        $"""
        select k.stream, k.known, e.type, e.timestamp, e.data ->> 'reason' from unnest($1, $2) k (stream, known) cross join lateral (
          select type, timestamp, data from {Tables.Events} where stream_id = k.stream and seq_id <= k.known order by version desc limit 1) e
        """;

    /// <summary>Looks up what was read, by stream and sequence number.</summary>
    public async Task<Func<string, long, LastEvent>> ReadAsync(IEnumerable<(string Stream, long Known)> things, CancellationToken cancellation)
    {
        var wanted = things.Distinct().ToList();
        var events = new Dictionary<(string, long), LastEvent>(wanted.Count);
        if (wanted.Count > 0)
        {
            await using var command = database.CreateCommand(Read);
            command.Parameters.Add(new() { Value = wanted.Select(thing => thing.Stream).ToArray() });
            command.Parameters.Add(new() { Value = wanted.Select(thing => thing.Known).ToArray() });
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                events.Add((reader.GetString(0), reader.GetInt64(1)), new(reader.GetString(2), reader.GetDateTime(3), reader.IsDBNull(4) ? null : reader.GetString(4)));
            }
        }

        return (stream, known) => events[(stream, known)];
    }
}
