using System.Text.Json;
using GuaranteeTracker.Api.Hosting;

namespace GuaranteeTracker.Api.Recording.Saving;

/// <summary>Several requests of one caller that are recorded all, or none of them.</summary>
/// <param name="at">Where in the caller's content the requests stand, as a JSON pointer: <c>/claims</c>.</param>
internal sealed class BatchEntry(IReadOnlyList<IRecordingRequest> requests, string at, RecordingContext context, Func<BatchShown, object> show) : Entry(context)
{
    public IReadOnlyList<IRecordingRequest> Requests => requests;

    public override int Size => requests.Count;

    public override IEnumerable<Needs> Needs => requests.Select(request => request.Needs);

    public override IEnumerable<string> Turns => [];

    protected override Draft DrawNew(Drafter drafter, Grounds grounds)
    {
        var mark = grounds.Mark;
        var inner = Context with { Shows = false };
        var drafts = requests.Select(request => drafter.Draw(request, inner, grounds)).ToList();
        if (BatchProblem.Of(drafts.Select(draft => (draft.Outcome as Outcome.Refused)?.Problem), at) is { } problem)
        {
            grounds.Rewind(mark);
            return new(problem, []);
        }

        Addition[] additions = [.. drafts.SelectMany(draft => draft.Additions)];
        var shown = new BatchShown(additions.Length, requests.Count - additions.Length, [.. requests.Select(request => request.Show(grounds))]);
        return new(
            new Outcome.Recorded(
                new(additions.Length > 0 ? StatusCodes.Status201Created : StatusCodes.Status200OK, null, "", JsonSerializer.SerializeToUtf8Bytes(show(shown), Json.Options)), additions.Length > 0),
            additions);
    }
}

/// <param name="Recorded">How many are new.</param>
/// <param name="Repeated">How many were on record already.</param>
/// <param name="Resources">Each as it is now, in the order of the requests.</param>
internal sealed record BatchShown(int Recorded, int Repeated, IReadOnlyList<object> Resources);
