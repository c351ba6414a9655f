using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain;
using Npgsql;

namespace GuaranteeTracker.Api.Erasing;

/// <summary>How things of one kind are removed, in a transaction that somebody else commits. Nobody else records meanwhile.</summary>
/// <param name="Code">What the refusal of an unknown subject is called.</param>
/// <param name="Find">Gives what an erasure's subject begins with and tells the thing by, given the id as a text; no row where there is no such thing.</param>
/// <param name="Delete">Removes it, given what <paramref name="Find"/> gave.</param>
internal sealed record Removal(string Code, string Unknown, string Find, string Delete)
{
    private const string SourcesWith =
        $"""
        select (e.data ->> 'source')::uuid from {EventStore.Schema}.mt_streams s join {Tables.Events} e on e.stream_id = s.id and e.version = 1
        where starts_with(s.id, 'source:') and e.data ->> 'textSha256' = $1
        order by e.seq_id
        """;

    public static Removal Of(ErasureKind kind) => kind switch
    {
        ErasureKind.Analyst => new(
            "unknown-analyst", "There is no name kept for this pseudonym.",
            $"select id::text from {Tables.Analysts} where id = $1::uuid",
            $"delete from {Tables.Analysts} where id = $1::uuid"),
        ErasureKind.Key => new(
            "unknown-key", "There is no key with this id that has a label.",
            $"select id::text from {Tables.Keys} where id = $1::uuid and label is not null",
            $"update {Tables.Keys} set label = null where id = $1::uuid"),
        ErasureKind.SourceText => new(
            "unknown-source", "There is no source with this id.",
            $"select data ->> 'textSha256' from {Tables.Events} where stream_id = 'source:' || $1 and version = 1",
            $"delete from {Tables.SourceTexts} where sha256 = $1"),
        _ => throw new NotSupportedException($"{kind} cannot be erased."),
    };

    public Refusal Refusal => Refusal.Unacceptable(new Fault("/subject", Code, Unknown));

    /// <returns>What an erasure's subject begins with; null where there is no such thing.</returns>
    public Task<string?> FindAsync(NpgsqlTransaction transaction, Guid subject, CancellationToken cancellation) =>
        AskAsync(transaction, Find, subject.ToString(), cancellation);

    public Task RunAsync(NpgsqlTransaction transaction, string found, CancellationToken cancellation) => AskAsync(transaction, Delete, found, cancellation);

    /// <summary>All sources with a text, those first registered first.</summary>
    public static async Task<IReadOnlyList<Guid>> SourcesAsync(NpgsqlTransaction transaction, string sha256, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(SourcesWith, transaction.Connection, transaction) { Parameters = { new() { Value = sha256 } } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var sources = new List<Guid>();
        while (await reader.ReadAsync(cancellation))
        {
            sources.Add(reader.GetGuid(0));
        }

        return sources;
    }

    private static async Task<string?> AskAsync(NpgsqlTransaction transaction, string sql, string argument, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, transaction.Connection, transaction) { Parameters = { new() { Value = argument } } };
        return (string?)await command.ExecuteScalarAsync(cancellation);
    }
}
