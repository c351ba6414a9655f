using System.Text.Json;
using GuaranteeTracker.Api.Hosting;
using JasperFx.Events;
using Marten;

namespace GuaranteeTracker.Api.Recording.Saving;

/// <summary>Decides a request on what is on record, and adds to it what the request is to store.</summary>
internal sealed class Drafter(IDocumentStore store)
{
    private readonly DocumentStore _store = (DocumentStore)store;

    public Draft Draw(IRecordingRequest request, RecordingContext context, Grounds grounds)
    {
        var verdict = request.Judge(grounds, context);
        if (verdict.Problem is { } problem)
        {
            return new(problem, []);
        }

        var addition = verdict.Facts.Count == 0 ? null : Add(request.Stream, verdict, context.Provenance, grounds);
        var isCreated = addition is { Version: 0 };
        var answer = new Answer(
            isCreated ? StatusCodes.Status201Created : StatusCodes.Status200OK,
            isCreated ? request.Location : null,
            Precondition.Tag(verdict.Version + verdict.Facts.Count),
            context.Shows ? JsonSerializer.SerializeToUtf8Bytes(request.Show(grounds), Json.Options) : []);
        return new(new Outcome.Recorded(answer, addition is not null), addition is null ? [] : [addition]);
    }

    private Addition Add(string stream, Verdict verdict, Provenance provenance, Grounds grounds)
    {
        var events = new List<IEvent>(verdict.Facts.Count);
        foreach (var fact in verdict.Facts)
        {
            var e = _store.Events.BuildEvent(fact);
            (e.Version, e.StreamKey, e.Timestamp) = (verdict.Version + events.Count + 1, stream, grounds.Now);
            e.Id = EventIds.At(stream, e.Version);
            (e.CorrelationId, e.CausationId) = (provenance.Correlation, provenance.Causation);
            e.SetHeader(Recorder.RecordedBy, provenance.Analyst.ToString());
            events.Add(e);
        }

        var addition = new Addition(stream, verdict.Version, events, verdict.Text);
        grounds.Add(addition);
        return addition;
    }
}
