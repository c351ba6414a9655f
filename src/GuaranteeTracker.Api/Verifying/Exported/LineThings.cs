using System.Security.Cryptography;
using System.Text;
using GuaranteeTracker.Api.Moving;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain.Actors;
using GuaranteeTracker.Domain.Sources;

namespace GuaranteeTracker.Api.Verifying.Exported;

/// <summary>What lines say and their leaves do not, out of the file itself.</summary>
internal sealed class LineThings : IExportedThings
{
    private readonly Dictionary<string, SortedList<long, IActorFact>> _actors = new(StringComparer.Ordinal);

    /// <summary>The text in the line that is looked at, as it was sent; null where it has none.</summary>
    public string? Sent { get; set; }

    public void Add(LedgerEvent e)
    {
        if (e.Stream.StartsWith("actor:", StringComparison.Ordinal) && StoredFacts.Read(e.Type, e.Data) is IActorFact fact)
        {
            if (!_actors.TryGetValue(e.Stream, out var facts))
            {
                _actors[e.Stream] = facts = [];
            }

            facts[e.Version] = fact;
        }
    }

    /// <exception cref="FormatException">Its earlier events are not in the file.</exception>
    public Task<Actor> ActorAsync(LedgerEvent e, CancellationToken cancellation)
    {
        var facts = _actors[e.Stream].Where(fact => fact.Key <= e.Version).ToList();
        return facts.Count == e.Version
            ? Task.FromResult(facts.Aggregate((Actor?)null, (actor, fact) => Actor.Evolve(actor, fact.Value))!)
            : throw new FormatException("Earlier events of this actor are not in the file before it.");
    }

    /// <summary>The line's text, if it is the one that the leaf names.</summary>
    public Task<string?> TextAsync(SourceRegistered source, CancellationToken cancellation)
    {
        var text = Sent?.Replace("\r\n", "\n", StringComparison.Ordinal);
        return Task.FromResult(text is not null && Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))) == source.TextSha256 ? text : null);
    }
}
