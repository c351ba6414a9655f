using Npgsql;

namespace GuaranteeTracker.Api.Recording;

/// <summary>Texts that were taken down, by their hash: every source that had such a text is without it, and none gets it back.</summary>
internal static class Takedowns
{
    /// <summary>The kind of these among the erasures. The subject of one is the text's hash, a space, and the source that was named.</summary>
    public const string Kind = "source-text";

    private const string Hash = "left(subject, 64)";

    /// <summary>Those of these hashes, each with when.</summary>
    public const string Find = $"select {Hash}, min(at) from {Tables.Erasures} where kind = '{Kind}' and {Hash} = any($1) group by 1";

    private const string FindOne =
        $"""
        select at, reason from {Tables.Erasures}
        where kind = '{Kind}' and {Hash} = $1 and not exists (select from {Tables.SourceTexts} where sha256 = $1)
        """;

    /// <returns>Null for a text that is kept, and for one of which only the database knows why it is not.</returns>
    public static async Task<Takedown?> FindTakedownAsync(this NpgsqlDataSource database, string sha256, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(FindOne);
        command.Parameters.Add(new() { Value = sha256 });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? new(reader.GetDateTime(0), reader.GetString(1)) : null;
    }
}

/// <summary>A text was taken down.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Reason">Why, for everybody to read.</param>
public sealed record Takedown(DateTime At, string Reason);
