using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain.Sources;
using Npgsql;

namespace GuaranteeTracker.Api.Sources;

/// <summary>Runs the sources' deciders inside the recording transaction; a text is written with the event that binds it.</summary>
internal sealed class SourceRecorder(Recorder recorder, TimeProvider clock)
{
    private const string KeepText = $"insert into {Tables.SourceTexts} (sha256, text) values ($1, $2) on conflict (sha256) do nothing";

    public Task<Outcome> RegisterAsync(RegisterSource request, RecordingContext context, CancellationToken cancellation)
    {
        if (ChosenId.Refuse(request.Id, out var id, out var refusal))
        {
            return Task.FromResult(refusal);
        }

        return RunAsync(
            id,
            async scope =>
            {
                var source = await scope.Session.FindSourceAsync(id, scope.Cancellation);
                var earlier = Guid.TryParseExact(request.Revises, "D", out var revises) && await scope.Session.FindSourceAsync(revises, scope.Cancellation) is not null;
                return new(request.Decide(source?.State, id, clock.GetUtcNow().UtcDateTime, _ => earlier), source?.Version ?? 0) { Alongside = other => KeepAsync(other, request.Text) };
            },
            context,
            cancellation,
            needsPrecondition: false);
    }

    public Task<Outcome> WithdrawAsync(Guid id, WithdrawSource request, RecordingContext context, CancellationToken cancellation) =>
        RunAsync(
            id,
            async scope =>
            {
                var source = await scope.Session.FindSourceAsync(id, scope.Cancellation);
                return await scope.ProposeAsync(source, Source.Evolve, state => Task.FromResult(request.Decide(state)));
            },
            context,
            cancellation);

    private Task<Outcome> RunAsync(
        Guid id, Func<RecordingScope, Task<Proposal<ISourceFact>>> decide, RecordingContext context, CancellationToken cancellation, bool needsPrecondition = true) =>
        recorder.RecordAsync(
            new RecordingRequest<ISourceFact>(
                Streams.Source(id), $"/api/sources/{id}", decide, async scope => (await SourceView.FindAsync(scope.Session, id, scope.Cancellation))!)
            {
                NeedsPrecondition = needsPrecondition,
            },
            context,
            cancellation);

    private static async Task KeepAsync(RecordingScope scope, string? words)
    {
        if (!SourceText.TryNormalise(words, out var text, out var because))
        {
            throw new InvalidOperationException($"A text was accepted that cannot be kept: {because}");
        }

        await using var command = new NpgsqlCommand(KeepText, scope.Transaction.Connection, scope.Transaction)
        {
            Parameters = { new() { Value = text.Sha256 }, new() { Value = text.Text } },
        };
        await command.ExecuteNonQueryAsync(scope.Cancellation);
    }
}
