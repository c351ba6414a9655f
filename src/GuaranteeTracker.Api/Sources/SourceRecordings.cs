using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Sources;

namespace GuaranteeTracker.Api.Sources;

/// <summary>What can be recorded of sources: the deciders, on what is on record; a text is kept with the event that binds it.</summary>
internal static class SourceRecordings
{
    /// <summary>To bring so much text into its form, hash and keep it is as much work as a claim.</summary>
    private const int CharactersLikeAClaim = 16 * 1024;

    /// <param name="now">The instant (UTC) after which nothing can have been published yet.</param>
    public static IRecordingRequest Of(RegisterSource request, DateTime now) => ChosenId.Record(request.Id, id =>
    {
        SourceText.TryNormalise(request.Text, out var text, out _); // else the decider says why
        Guid? revises = Guid.TryParseExact(request.Revises, "D", out var earlier) ? earlier : null;
        return new RecordingRequest<ISourceFact>(
            Streams.Source(id),
            $"/api/sources/{id}",
            Needs.Of(Streams.Source(id)) with { Mentioned = revises is { } mentioned ? [Streams.Source(mentioned)] : [], Keeps = text?.Sha256 },
            (grounds, _) =>
            {
                var source = grounds.Source(id);
                var decision = request.Decide(source?.State, id, now, other => grounds.Holds(Streams.Source(other)));
                return new(RefuseTakenDown(decision, text, grounds) is { } refusal ? refusal : decision, source?.Version ?? 0);
            },
            grounds => SourceView.Of(grounds.Source(id)!))
        {
            NeedsPrecondition = false,
            Text = text,
            Size = 1 + (request.Text?.Length ?? 0) / CharactersLikeAClaim,
        };
    });

    public static IRecordingRequest Of(Guid id, WithdrawSource request) => new RecordingRequest<ISourceFact>(
        Streams.Source(id),
        $"/api/sources/{id}",
        Needs.Of(Streams.Source(id)),
        (grounds, context) => context.Propose(grounds.Source(id), Source.Evolve, request.Decide),
        grounds => SourceView.Of(grounds.Source(id)!));

    /// <summary>A text that was taken down does not come back with another source; null where nothing new would keep one.</summary>
    private static Refusal? RefuseTakenDown(Decision<ISourceFact> decision, SourceText? text, Grounds grounds) =>
        decision is Decision<ISourceFact>.Accepted { Facts.Count: > 0 } && text is not null && grounds.TakenDown(text.Sha256) is { } at
            ? Refusal.Unacceptable(new Fault("/text", "text-taken-down", $"This very text was taken down on {Iso.Day(DateOnly.FromDateTime(at))}, and is not kept again."))
            : null;
}
