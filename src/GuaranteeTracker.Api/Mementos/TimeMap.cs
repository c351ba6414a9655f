using System.Text;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Recording.Checkpoints;

namespace GuaranteeTracker.Api.Mementos;

/// <summary>Lists the mementos of an original resource (RFC 7089, 5): the first checkpoint, and every later one at which the answer is another than at the one before.</summary>
internal sealed class TimeMap(Walks walks, MementoLinks links)
{
    /// <summary>A page ends with as many mementos, or where it has cost as much, whatever comes first.</summary>
    public const int MostMementos = 500, MostSteps = 2_000, MostCells = 200_000;

    /// <param name="after">The page with what is recorded after this sequence number; 0: the first.</param>
    public async Task<IResult> AnswerAsync(HttpContext http, Original original, long after, CancellationToken cancellation)
    {
        if (await walks.BeginAsync(original, cancellation) is not { } walk)
        {
            return new ProblemResult(Walks.NothingRecorded);
        }

        var (mementos, end) = await ReadAsync(walk, after, cancellation);
        var written = Encoding.UTF8.GetBytes(string.Join(",\n", Links(original, walk, after, mementos, end)) + "\n");
        return ReadAnswer.Current(http, new Written(Format.LinkFormat, written));
    }

    /// <returns>The page, and where it had to end; null where it holds all there is.</returns>
    private static async Task<(List<Checkpoint> Mementos, Checkpoint? End)> ReadAsync(ChangeWalk walk, long after, CancellationToken cancellation)
    {
        List<Checkpoint> mementos = after < walk.First.Sequence ? [walk.First] : [];
        var patience = new Patience(MostSteps, MostCells);
        await foreach (var step in walk.ForwardAsync(Math.Max(after, walk.First.Sequence), cancellation))
        {
            if (step.Changed)
            {
                mementos.Add(step.At);
            }

            if ((patience.EndsWith(step) || mementos.Count == MostMementos) && step.At.Sequence < walk.Last.Sequence)
            {
                return (mementos, step.At);
            }
        }

        return (mementos, null);
    }

    private IEnumerable<WebLink> Links(Original original, ChangeWalk walk, long after, List<Checkpoint> mementos, Checkpoint? end)
    {
        var (path, parameters) = (original.Path, original.Parameters);
        (string, string) type = ("type", WebLink.Format);
        yield return new(links.Original(path, parameters), "original");
        yield return new(links.TimeGate(path, parameters), "timegate");
        (string, string)[] span = mementos is [var earliest, .., var latest] ? [("from", WebLink.Date(earliest.At)), ("until", WebLink.Date(latest.At))]
            : mementos is [var only] ? [("from", WebLink.Date(only.At)), ("until", WebLink.Date(only.At))] : [];
        yield return new(links.TimeMap(path, parameters, after == 0 ? null : after), "self", [type, .. span]);
        if (after > 0)
        {
            yield return new(links.TimeMap(path, parameters), "timemap", type, ("from", WebLink.Date(walk.First.At)));
        }

        if (end is not null)
        {
            yield return new(links.TimeMap(path, parameters, end.Sequence), "timemap", type, ("from", WebLink.Date(end.At)));
        }

        foreach (var memento in mementos)
        {
            var relations = (memento == walk.First ? "first " : "") + (end is null && memento == mementos[^1] ? "last " : "") + "memento";
            yield return new(links.Memento(path, parameters, memento.Sequence), relations, ("datetime", WebLink.Date(memento.At)));
        }
    }
}
