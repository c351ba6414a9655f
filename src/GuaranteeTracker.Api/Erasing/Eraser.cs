using System.Text.Json;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain.Writing;
using Npgsql;

namespace GuaranteeTracker.Api.Erasing;

/// <summary>
/// Removes things for good and keeps the fact, in one transaction. It has the record to itself meanwhile: whoever decided before
/// has committed, whoever decides afterwards knows of it, and of two who erase the same thing the second finds it erased.
/// </summary>
internal sealed class Eraser(NpgsqlDataSource database)
{
    private const string
        First = $"select {ErasureView.Columns} from {Tables.Erasures} where kind = $1 and left(subject, length($2)) = $2",
        Keep =
            $"""
            insert into {Tables.Erasures} (id, kind, subject, reason, at, "by") values ($1, $2, $3, $4, clock_timestamp(), $5)
            returning {ErasureView.Columns}
            """;

    /// <returns>An <see cref="ErasureView"/>: 201 the first time, 200 with the same fact when it was erased already.</returns>
    public async Task<Outcome> EraseAsync(Erase request, RecordingContext context, CancellationToken cancellation)
    {
        if (request.Parse().Refuse(out var refusal, out var wish))
        {
            return Problems.Of(refusal);
        }

        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await Appending.OwnAsync(transaction, cancellation);
        if (context.Key is { } key && await AnswerToAsync(key, transaction, cancellation) is { } first)
        {
            return first;
        }

        var outcome = await EraseAsync(wish, context.Provenance, transaction, cancellation);
        if (outcome is not Outcome.Recorded { Answer: var answer })
        {
            return outcome;
        }

        if (context.Key is { } keepUnder)
        {
            await using var batch = new NpgsqlBatch(connection, transaction);
            batch.AddAnswers([(keepUnder, answer)]);
            await batch.ExecuteNonQueryAsync(cancellation);
        }

        try
        {
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (Exception e) when (Conflicts.IsConnectionLost(e))
        {
            return Problems.OutcomeUnknown;
        }

        return outcome;
    }

    private static async Task<Outcome> EraseAsync(Erase.Wish wish, Provenance provenance, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        var removal = Removal.Of(wish.Kind);
        var found = await removal.FindAsync(transaction, wish.Subject, cancellation);
        var (kind, id) = (EnumWords.Of(wish.Kind), wish.Subject.ToString());
        var erasure = await ReadAsync(transaction, First, [kind, found ?? id], cancellation);
        var isNew = erasure is null;
        if (found is not null)
        {
            await removal.RunAsync(transaction, found, cancellation); // also what was erased before: a restored table may have it again
        }

        if (erasure is null)
        {
            if (found is null)
            {
                return Problems.Of(removal.Refusal);
            }

            erasure = await ReadAsync(transaction, Keep, [Guid.CreateVersion7(), kind, found == id ? id : $"{found} {id}", wish.Reason, provenance.Analyst], cancellation);
        }

        var told = erasure! with { Sources = erasure.Sha256 is { } sha256 ? await Removal.SourcesAsync(transaction, sha256, cancellation) : null };
        var body = JsonSerializer.SerializeToUtf8Bytes(told, Json.Options);
        return new Outcome.Recorded(new(isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK, null, "", body), isNew);
    }

    /// <summary>The answer that was kept under the key; null where it is new.</summary>
    private static async Task<Outcome?> AnswerToAsync(IdempotencyKey key, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        var grounds = new Grounds();
        await using var command = new NpgsqlCommand(IdempotentAnswers.Find, transaction.Connection, transaction)
        {
            Parameters = { new() { Value = (string[])[key.Caller] }, new() { Value = (string[])[key.Key] } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await grounds.ReadAnswersAsync(reader, cancellation);
        return grounds.AnswerTo(key);
    }

    private static async Task<ErasureView?> ReadAsync(NpgsqlTransaction transaction, string sql, IEnumerable<object> arguments, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, transaction.Connection, transaction);
        command.Parameters.AddRange(arguments.Select(argument => new NpgsqlParameter { Value = argument }).ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? ErasureView.Read(reader) : null;
    }
}
