using GuaranteeTracker.Domain.Actors;

namespace GuaranteeTracker.Domain.Timelines;

/// <summary>Reads off actors' histories which mandates were known when.</summary>
internal static class MandateHistory
{
    public static Mandates Of(Histories<string, Actor> actors) => Mandates.Of(actors.All.SelectMany(actor => Of(actor.Key, actor.Value)));

    private static IEnumerable<KnownMandate> Of(string speaker, IReadOnlyList<Known<Actor>> states)
    {
        var since = new Dictionary<Mandate, long>();
        foreach (var state in states)
        {
            var mandates = state.State.Content.Mandates;
            foreach (var ended in since.Keys.Except(mandates).ToList())
            {
                since.Remove(ended, out var from);
                yield return new(speaker, ended, new(from, state.Recorded));
            }

            foreach (var begun in mandates)
            {
                since.TryAdd(begun, state.Recorded);
            }
        }

        foreach (var (mandate, from) in since)
        {
            yield return new(speaker, mandate, new(from, ClaimVersion.Never));
        }
    }
}
