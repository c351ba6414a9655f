using Npgsql;

namespace GuaranteeTracker.Api.Recording.Rebuilding;

/// <summary>An event in a gap that a checkpoint had passed. The leaves tell, also when nobody keeps its alarm any more.</summary>
/// <param name="Known">The checkpoint from which on it is known.</param>
/// <param name="After">The checkpoint before that; 0 where there is none.</param>
internal sealed record Straggler(long Sequence, long Known, long After)
{
    // A checkpoint's stragglers are its first leaves.
    private const string KnownFrom =
        $"""
        with page as materialized (
          select sequence as known, size, lag(size, 1, 0::bigint) over later as first, lag(sequence, 1, 0::bigint) over later as after
          from {Tables.Checkpoints} window later as (order by size)),
        with_stragglers as materialized (
          select page.* from page join {Tables.Leaves} leaf on leaf.index = page.first where page.known > $1 and leaf.sequence <= page.after)
        select leaf.sequence, page.known, page.after
        from with_stragglers page join {Tables.Leaves} leaf on leaf.index >= page.first and leaf.index < page.size and leaf.sequence <= page.after
        order by leaf.index
        """;

    /// <summary>Those that are known from a checkpoint after that sequence number on, in the order of their leaves.</summary>
    public static async Task<List<Straggler>> ReadAsync(NpgsqlConnection connection, long after, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(KnownFrom, connection) { CommandTimeout = 0, Parameters = { new() { Value = after } } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var stragglers = new List<Straggler>();
        while (await reader.ReadAsync(cancellation))
        {
            stragglers.Add(new(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2)));
        }

        return stragglers;
    }
}
