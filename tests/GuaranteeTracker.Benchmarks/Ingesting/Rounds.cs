using GuaranteeTracker.Benchmarks.Loading;

namespace GuaranteeTracker.Benchmarks.Ingesting;

/// <summary>Ways that take turns, after one round to warm up; each begins when the leader has caught up with the one before, so that none pays for another.</summary>
/// <param name="look">Tells who has kept processors busy.</param>
internal sealed class Rounds(IngestOptions options, CatchingUp leader, Func<CancellationToken, Task<ProcessorTimes>> look, TextWriter output)
{
    /// <param name="ways">The first is the floor that the others are compared with in each round.</param>
    public async Task<IReadOnlyList<WaySeen>> RunAsync(string title, IReadOnlyList<Way> ways, CancellationToken cancellation)
    {
        var seen = ways.Select(way => new WaySeen(way)).ToList();
        for (var round = 0; round <= options.Rounds; round++)
        {
            var (bursts, behind, busy) = (new Burst[ways.Count], new long[ways.Count], new ProcessorTimes[ways.Count]);
            for (var i = 0; i < ways.Count; i++)
            {
                var which = (i + round) % ways.Count; // each is first, and last, in turn
                var before = await look(cancellation);
                bursts[which] = await ways[which].RunAsync(options.Time, cancellation);
                behind[which] = await leader.BehindAsync(cancellation);
                await leader.WaitCoveredAsync(cancellation);
                busy[which] = (await look(cancellation)).Since(before, WaySeen.Count(ways[which], bursts[which]));
            }

            await Console.Error.WriteLineAsync($"{title}: round {round} of {options.Rounds}: {string.Join(" · ", ways.Select((way, i) => $"{WaySeen.Rate(way, bursts[i]):0}"))}");
            for (var i = 0; i < ways.Count && round > 0; i++)
            {
                seen[i].Add(bursts[i], bursts[0], behind[i], busy[i]);
            }
        }

        await output.WriteLineAsync($"\n{title}, medians of {options.Rounds} rounds of {options.Time.TotalSeconds:0.#} s\n\n{WaySeen.Head}\n{string.Join('\n', seen)}");
        return seen;
    }
}
