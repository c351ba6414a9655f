using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain.Actors;
using GuaranteeTracker.Domain.Sources;
using Npgsql;

namespace GuaranteeTracker.Api.Moving;

/// <summary>What lines say and their events do not, read from the database.</summary>
internal sealed class StoredThings(NpgsqlDataSource database) : IExportedThings
{
    private const string
        TextOf = $"select text from {Tables.SourceTexts} where sha256 = $1",
        UpTo = $"select type, data::text from {Tables.Events} where stream_id = $1 and version <= $2 order by version";

    /// <summary>Its own stream tells, in whatever order the ledger has it.</summary>
    public async Task<Actor> ActorAsync(LedgerEvent e, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(UpTo);
        command.Parameters.Add(new() { Value = e.Stream });
        command.Parameters.Add(new() { Value = e.Version });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        Actor? actor = null;
        while (await reader.ReadAsync(cancellation))
        {
            actor = Actor.Evolve(actor, (IActorFact)StoredFacts.Read(reader.GetString(0), reader.GetString(1)));
        }

        return actor!;
    }

    public async Task<string?> TextAsync(SourceRegistered source, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(TextOf);
        command.Parameters.Add(new() { Value = source.TextSha256 });
        return (string?)await command.ExecuteScalarAsync(cancellation);
    }
}
