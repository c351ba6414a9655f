using GuaranteeTracker.Api.Hosting;
using Npgsql;

namespace GuaranteeTracker.Api.Recording;

/// <summary>First answers to requests with an Idempotency-Key, stored in the transaction of what they answer.</summary>
internal static class IdempotentAnswers
{
    /// <summary>Those of these callers under these keys.</summary>
    public const string Find =
        $"""
        select caller, key, request, status, location, etag, body from {Tables.Answers}
        where (caller, key) in (select * from unnest($1, $2)) and at > now() - interval '24 hours'
        """;

    private const string
        Forget = $"delete from {Tables.Answers} where at <= now() - interval '24 hours'",
        Keep = $"insert into {Tables.Answers} (caller, key, request, status, location, etag, body, at) values ($1, $2, $3, $4, $5, $6, $7, now())";

    /// <summary>What the key asks for again; null where it is new.</summary>
    public static Outcome? AnswerTo(this Grounds grounds, IdempotencyKey key) =>
        !grounds.Answers.TryGetValue((key.Caller, key.Key), out var kept) ? null
        : kept.Request == key.Request ? new Outcome.Recorded(kept.Answer, IsNew: false)
        : Problems.IdempotencyKeyReused;

    public static async Task ReadAnswersAsync(this Grounds grounds, NpgsqlDataReader reader, CancellationToken cancellation)
    {
        while (await reader.ReadAsync(cancellation))
        {
            grounds.Answers[(reader.GetString(0), reader.GetString(1))] = new(
                reader.GetString(2),
                new Answer(reader.GetInt32(3), await reader.IsDBNullAsync(4, cancellation) ? null : reader.GetString(4), reader.GetString(5), reader.GetFieldValue<byte[]>(6)));
        }
    }

    /// <summary>To be stored: fails with a unique violation when the same key is being answered elsewhere. Then decide again.</summary>
    public static void AddAnswers(this NpgsqlBatch batch, IReadOnlyList<(IdempotencyKey Key, Answer Answer)> answers)
    {
        if (answers.Count > 0)
        {
            batch.Add(Forget);
        }

        foreach (var (key, answer) in answers)
        {
            batch.Add(Keep, [key.Caller, key.Key, key.Request, answer.Status, (object?)answer.Location ?? DBNull.Value, answer.ETag, answer.Body]);
        }
    }
}

/// <param name="Request">Hash of the request that was answered.</param>
internal sealed record KeptAnswer(string Request, Answer Answer);
