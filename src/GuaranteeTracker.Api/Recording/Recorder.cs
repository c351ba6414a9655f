using System.Data;
using System.Text.Json;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Domain;
using Marten;
using Npgsql;

namespace GuaranteeTracker.Api.Recording;

/// <summary>
/// The only code that appends events. Reads, decides, appends, renders and keeps the answer in one transaction; after a
/// conflict or a lost connection it decides again, so that a request is recorded once, however often it is tried.
/// </summary>
internal sealed class Recorder(IDocumentStore store, NpgsqlDataSource database)
{
    private const int Attempts = 12;

    /// <summary>The name of the event header that holds the analyst's pseudonymous id.</summary>
    public const string RecordedBy = "recordedBy";

    public async Task<Outcome> RecordAsync<TFact>(RecordingRequest<TFact> request, RecordingContext context, CancellationToken cancellation)
        where TFact : class, IFact
    {
        Commit? lost = null;
        for (var attempt = 1; ; attempt++)
        {
            Commit? begun = null;
            try
            {
                return await TryAsync(request, context, lost, commit => begun = commit, cancellation);
            }
            catch (Exception e) when (Conflicts.Explains(e) && attempt < Attempts)
            {
                await Task.Delay(Random.Shared.Next(5, 10 * attempt), cancellation);
            }
            catch (Exception e) when (Conflicts.Explains(e))
            {
                return Problems.Busy;
            }
            catch (Exception e) when (Conflicts.IsConnectionLost(e) && attempt < 4)
            {
                lost = begun ?? lost;
                await Task.Delay(100 * attempt, cancellation);
            }
            catch (Exception e) when (Conflicts.IsConnectionLost(e))
            {
                return (begun ?? lost) is not null ? Problems.OutcomeUnknown : Problems.DatabaseAway;
            }
        }
    }

    private async Task<Outcome> TryAsync<TFact>(
        RecordingRequest<TFact> request, RecordingContext context, Commit? lost, Action<Commit> begin, CancellationToken cancellation)
        where TFact : class, IFact
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        try
        {
            return await TryAsync(connection, request, context, lost, begin, cancellation);
        }
        catch (InvalidOperationException e) when (connection.State != ConnectionState.Open)
        {
            // Marten tries a failed command again, on this connection: that second failure hides that it broke.
            throw new NpgsqlException("The connection broke.", e);
        }
    }

    private async Task<Outcome> TryAsync<TFact>(
        NpgsqlConnection connection, RecordingRequest<TFact> request, RecordingContext context, Commit? lost, Action<Commit> begin, CancellationToken cancellation)
        where TFact : class, IFact
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var session = store.LightweightSession(Marten.Services.SessionOptions.ForTransaction(transaction, shouldAutoCommit: false));
        var scope = new RecordingScope(session, transaction, context.Makes, cancellation);

        if (context.Key is not null)
        {
            await scope.AwaitTurnAsync($"{context.Key.Caller} {context.Key.Key}");
            if (await scope.FindAnswerAsync(context.Key) is { } first)
            {
                return first;
            }
        }

        if (request.NeedsPrecondition)
        {
            await scope.AwaitTurnAsync(request.Stream); // two that only create meet before they take a number
        }

        var proposal = await request.Decide(scope);
        if (Preconditions.Refuse(request, proposal, context) is { } problem)
        {
            return problem;
        }

        var facts = Preconditions.IsRepeat(proposal, context) ? [] : ((Decision<TFact>.Accepted)proposal.Decision).Facts;
        if (facts.Count > 0)
        {
            await AppendAsync(session, request.Stream, proposal.Version, facts, context.Provenance, cancellation);
            await (proposal.Alongside?.Invoke(scope) ?? Task.CompletedTask);
        }

        // With nothing left to store, what a lost commit was to store is on record: it was this request's own.
        var isNew = facts.Count > 0 || lost is not null;
        var isCreated = facts.Count > 0 ? proposal.Version == 0 : lost is { Creates: true };
        var answer = new Answer(
            isCreated ? StatusCodes.Status201Created : StatusCodes.Status200OK,
            isCreated ? request.Location : null,
            Precondition.Tag(proposal.Version + facts.Count),
            context.Shows ? JsonSerializer.SerializeToUtf8Bytes(await request.Show(scope), Json.Options) : []);

        if (context.Key is not null)
        {
            await scope.KeepAnswerAsync(context.Key, answer);
        }

        if (facts.Count > 0)
        {
            begin(new Commit(Creates: proposal.Version == 0));
        }

        await transaction.CommitAsync(cancellation);
        return new Outcome.Recorded(answer, isNew);
    }

    /// <summary>A commit of facts, once it has begun.</summary>
    /// <param name="Creates">Whether the facts are the first of their stream.</param>
    private sealed record Commit(bool Creates);

    private static async Task AppendAsync<TFact>(
        IDocumentSession session, string stream, long version, IReadOnlyList<TFact> facts, Provenance provenance, CancellationToken cancellation)
        where TFact : class, IFact
    {
        session.CorrelationId = provenance.Correlation;
        session.CausationId = provenance.Causation;
        session.SetHeader(RecordedBy, provenance.Analyst.ToString());

        var events = facts.Select((fact, i) =>
        {
            var e = session.Events.BuildEvent(fact);
            e.Id = EventIds.At(stream, version + i + 1);
            return e;
        }).ToList();
        if (version == 0)
        {
            session.Events.StartStream(stream, events);
        }
        else
        {
            session.Events.Append(stream, version + facts.Count, events);
        }

        await session.SaveChangesAsync(cancellation);
    }
}
