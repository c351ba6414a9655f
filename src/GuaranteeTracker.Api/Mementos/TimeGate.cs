using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Recording.Checkpoints;
using Microsoft.Net.Http.Headers;

namespace GuaranteeTracker.Api.Mementos;

/// <summary>Negotiates in datetime: leads to the memento that was current then (RFC 7089, 4.1.2: pattern 2.1, with a redirect).</summary>
internal sealed class TimeGate(Walks walks, MementoLinks links)
{
    /// <summary>What one search may cost; beyond it a checkpoint serves that answers the same, though the TimeMap does not list it.</summary>
    private const int MostSteps = 200, MostCells = 10_000;

    public async Task<IResult> AnswerAsync(HttpContext http, Original original, CancellationToken cancellation)
    {
        if (AcceptDatetime.TryRead(http, out var asked) is { } malformed)
        {
            return new ProblemResult(malformed);
        }

        if (await walks.BeginAsync(original, cancellation) is not { } walk)
        {
            return new ProblemResult(Walks.NothingRecorded);
        }

        var last = await CurrentAsync(walk, walk.Last, cancellation);
        var held = asked is { } at ? walks.LastAtOrBefore(at) ?? walk.First : walk.Last;
        held = held.Sequence > walk.Last.Sequence ? walk.Last : held;
        var chosen = held.Sequence >= last.Sequence ? last : await CurrentAsync(walk, held, cancellation);
        var previous = chosen == walk.First ? null : await CurrentAsync(walk, walks.Before(chosen), cancellation);
        var next = chosen == last ? null : await NextAsync(walk, held, cancellation);

        http.Response.Headers.Location = links.Memento(original.Path, original.Parameters, chosen.Sequence);
        var isOpen = http.RequestServices.GetRequiredService<Settings>().PublicReading;
        http.Response.Headers.Vary = AcceptDatetime.Name.ToLowerInvariant() + (isOpen ? "" : ", authorization");
        http.Response.Headers.CacheControl = isOpen ? "no-cache" : "private, no-cache";
        http.Response.Headers[HeaderNames.Link] = string.Join(", ", Links(original, walk.First, previous, chosen, next, last));
        return Results.StatusCode(StatusCodes.Status302Found);
    }

    /// <summary>The memento current at a checkpoint: where the answer became what it is there.</summary>
    private static async Task<Checkpoint> CurrentAsync(ChangeWalk walk, Checkpoint at, CancellationToken cancellation)
    {
        var patience = new Patience(MostSteps, MostCells);
        await foreach (var step in walk.BackwardAsync(at.Sequence, cancellation))
        {
            if (step.Changed || patience.EndsWith(step))
            {
                return step.At;
            }
        }

        return walk.First;
    }

    private static async Task<Checkpoint?> NextAsync(ChangeWalk walk, Checkpoint after, CancellationToken cancellation)
    {
        var patience = new Patience(MostSteps, MostCells);
        await foreach (var step in walk.ForwardAsync(after.Sequence, cancellation))
        {
            if (step.Changed || patience.EndsWith(step))
            {
                return step.Changed ? step.At : null;
            }
        }

        return null;
    }

    private IEnumerable<WebLink> Links(Original original, Checkpoint first, Checkpoint? previous, Checkpoint chosen, Checkpoint? next, Checkpoint last)
    {
        yield return new(links.Original(original.Path, original.Parameters), "original");
        yield return new(links.TimeMap(original.Path, original.Parameters), "timemap", ("type", WebLink.Format));
        (string Relation, Checkpoint? At)[] mementos = [("first", first), ("last", last), ("prev", previous), ("next", next), ("", chosen)];
        foreach (var memento in mementos.Where(memento => memento.At is not null).GroupBy(memento => memento.At!).OrderBy(memento => memento.Key.Sequence))
        {
            var relations = string.Join(' ', memento.Select(one => one.Relation).Where(relation => relation.Length > 0).Append("memento"));
            yield return new(links.Memento(original.Path, original.Parameters, memento.Key.Sequence), relations, ("datetime", WebLink.Date(memento.Key.At)));
        }
    }
}
