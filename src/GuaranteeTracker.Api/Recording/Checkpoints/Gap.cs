using Npgsql;

namespace GuaranteeTracker.Api.Recording.Checkpoints;

/// <summary>Sequence numbers, both inclusive, at which nothing was stored when a checkpoint passed them.</summary>
internal sealed record Gap(long First, long Last)
{
    /// <summary>Those after the one number up to the other, inclusive.</summary>
    /// <param name="stored">Numbers among them, ascending.</param>
    public static IEnumerable<Gap> Between(long after, long upTo, IEnumerable<long> stored)
    {
        foreach (var sequence in stored.Append(upTo + 1))
        {
            if (sequence > after + 1)
            {
                yield return new(after + 1, sequence - 1);
            }

            after = sequence;
        }
    }

    /// <summary>The recorded gaps that hold any of these numbers.</summary>
    public static async Task<List<Gap>> ReadAsync(NpgsqlConnection connection, long[] sequences, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"select g.first, g.last from {Tables.Gaps} g where exists (select from unnest($1) s where s between g.first and g.last)", connection);
        command.Parameters.Add(new() { Value = sequences });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var gaps = new List<Gap>();
        while (await reader.ReadAsync(cancellation))
        {
            gaps.Add(new(reader.GetInt64(0), reader.GetInt64(1)));
        }

        return gaps;
    }
}
