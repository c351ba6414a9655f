using GuaranteeTracker.Api.Hosting;
using Npgsql;

namespace GuaranteeTracker.Api.Recording;

/// <summary>First answers to requests with an Idempotency-Key, stored in the transaction of what they answer.</summary>
internal static class IdempotentAnswers
{
    private const string
        Find = $"select request, status, location, etag, body from {Tables.Answers} where caller = $1 and key = $2 and at > now() - interval '24 hours'",
        Forget = $"delete from {Tables.Answers} where at <= now() - interval '24 hours'",
        Keep = $"insert into {Tables.Answers} (caller, key, request, status, location, etag, body, at) values ($1, $2, $3, $4, $5, $6, $7, now())";

    /// <summary>The first answer; a refusal when the key was used for another request; null when it is new.</summary>
    public static async Task<Outcome?> FindAnswerAsync(this RecordingScope scope, IdempotencyKey key)
    {
        await using var command = Command(scope, Find, key.Caller, key.Key);
        await using var reader = await command.ExecuteReaderAsync(scope.Cancellation);
        if (!await reader.ReadAsync(scope.Cancellation))
        {
            return null;
        }

        return reader.GetString(0) == key.Request
            ? new Outcome.Recorded(
                new Answer(reader.GetInt32(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.GetString(3), reader.GetFieldValue<byte[]>(4)), IsNew: false)
            : Problems.IdempotencyKeyReused;
    }

    /// <summary>Fails with a unique violation when the same key is being answered elsewhere: then decide again.</summary>
    public static async Task KeepAnswerAsync(this RecordingScope scope, IdempotencyKey key, Answer answer)
    {
        await using var forget = Command(scope, Forget);
        await forget.ExecuteNonQueryAsync(scope.Cancellation);
        await using var keep = Command(
            scope, Keep, key.Caller, key.Key, key.Request, answer.Status, (object?)answer.Location ?? DBNull.Value, answer.ETag, answer.Body);
        await keep.ExecuteNonQueryAsync(scope.Cancellation);
    }

    private static NpgsqlCommand Command(RecordingScope scope, string sql, params ReadOnlySpan<object> arguments)
    {
        var command = new NpgsqlCommand(sql, scope.Transaction.Connection, scope.Transaction);
        foreach (var argument in arguments)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = argument });
        }

        return command;
    }
}
