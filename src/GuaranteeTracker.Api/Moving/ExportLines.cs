using System.Text.Json;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Replaying;
using GuaranteeTracker.Domain.Actors;
using GuaranteeTracker.Domain.Sources;
using GuaranteeTracker.Domain.Writing;
using Npgsql;

namespace GuaranteeTracker.Api.Moving;

/// <summary>Writes an event as the line that brings it back. What an event does not say itself is read from the database.</summary>
internal sealed class ExportLines(NpgsqlDataSource database)
{
    private const string
        TextOf = $"select text from {Tables.SourceTexts} where sha256 = $1",
        UpTo = $"select type, data::text from {Tables.Events} where stream_id = $1 and version <= $2 order by version";

    /// <returns>Null for a source whose text was taken down.</returns>
    public async Task<byte[]?> WriteAsync(LedgerEvent e, CancellationToken cancellation)
    {
        var fact = StoredFacts.Read(e.Type, e.Data);
        switch (fact)
        {
            case ActorRegistered registered:
                return Write(e, StepKind.Actor, registered.Actor, FactRequests.Of(registered.Content));
            case IActorFact change:
                return Write(e, StepKind.Actor, change.Actor, FactRequests.Of((await ActorAsync(e, cancellation)).Content));
            case SourceRegistered source:
                return await TextAsync(source, cancellation) is { } text ? Write(e, StepKind.Source, source.Source.ToString(), FactRequests.Of(source, text)) : null;
            default:
                var (kind, id, request) = FactRequests.Of(fact);
                return Write(e, kind, id, request);
        }
    }

    private static byte[] Write(LedgerEvent e, StepKind kind, string id, object request)
    {
        var before = JsonSerializer.SerializeToUtf8Bytes(new Beginning(EnumWords.Of(kind), id), FactRequests.Options);
        var content = JsonSerializer.SerializeToUtf8Bytes(request, request.GetType(), FactRequests.Options);
        var after = JsonSerializer.SerializeToUtf8Bytes(new End(e.Version, new(e.Sequence, e.At, e.By)), FactRequests.Options);
        return [.. before.AsSpan(..^1), (byte)',', .. content.AsSpan(1..^1), (byte)',', .. after.AsSpan(1..), (byte)'\n']; // one object
    }

    /// <summary>The actor as the event left it. Its own stream tells, in whatever order the ledger has it.</summary>
    private async Task<Actor> ActorAsync(LedgerEvent e, CancellationToken cancellation)
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

    private async Task<string?> TextAsync(SourceRegistered source, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(TextOf);
        command.Parameters.Add(new() { Value = source.TextSha256 });
        return (string?)await command.ExecuteScalarAsync(cancellation);
    }

    private sealed record Beginning(string Type, string Id);

    private sealed record End(long Version, Recorded Recorded);

    private sealed record Recorded(long Sequence, DateTime At, string? By);
}
