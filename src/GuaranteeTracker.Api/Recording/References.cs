using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Writing;
using Npgsql;

namespace GuaranteeTracker.Api.Recording;

/// <summary>Looks up what requests refer to, inside the recording transaction.</summary>
internal static class References
{
    private const string
        StreamsOnRecord = $"select id from {EventStore.Schema}.mt_streams where id = any($1)",
        TextOf = $"select text from {Tables.SourceTexts} where sha256 = $1";

    public static Task<IReadOnlySet<string>> ActorsAsync(this RecordingScope scope, IEnumerable<string?> ids) =>
        scope.OnRecordAsync(ids, Streams.Actor);

    public static Task<IReadOnlySet<string>> TopicsAsync(this RecordingScope scope, IEnumerable<string?> ids) =>
        scope.OnRecordAsync(ids, Streams.Topic);

    public static async Task<ClaimReferences> ReferencesOfAsync(this RecordingScope scope, ClaimInput claim)
    {
        var actors = await scope.ActorsAsync([claim.Actor, claim.Speaker, claim.ReportedBy]);
        var topics = await scope.TopicsAsync([claim.Topic]);
        if (!Guid.TryParseExact(claim.Evidence?.Source, "D", out var id) || await scope.Session.FindSourceAsync(id, scope.Cancellation) is not { State: var source })
        {
            return new ClaimReferences(actors, topics, null, null);
        }

        return new ClaimReferences(actors, topics, source, await scope.Transaction.TextAsync(source.Registered.TextSha256, scope.Cancellation));
    }

    /// <summary>The text with this hash; null when it was taken down.</summary>
    public static async Task<string?> TextAsync(this NpgsqlTransaction transaction, string sha256, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(TextOf, transaction.Connection, transaction) { Parameters = { new() { Value = sha256 } } };
        return (string?)await command.ExecuteScalarAsync(cancellation);
    }

    private static async Task<IReadOnlySet<string>> OnRecordAsync(this RecordingScope scope, IEnumerable<string?> ids, Func<string, string> stream)
    {
        var streams = ids.OfType<string>().Distinct(StringComparer.Ordinal).Where(Slug.IsValid).ToDictionary(stream, StringComparer.Ordinal);
        var found = new HashSet<string>(StringComparer.Ordinal);
        if (streams.Count == 0)
        {
            return found;
        }

        await using var command = new NpgsqlCommand(StreamsOnRecord, scope.Transaction.Connection, scope.Transaction)
        {
            Parameters = { new() { Value = streams.Keys.ToArray() } },
        };
        await using var reader = await command.ExecuteReaderAsync(scope.Cancellation);
        while (await reader.ReadAsync(scope.Cancellation))
        {
            found.Add(streams[reader.GetString(0)]);
        }

        return found;
    }
}
