using System.Collections.Immutable;

namespace GuaranteeTracker.Domain.Timelines;

/// <summary>Things of one kind as every event left them, so that each K has its own.</summary>
public sealed class Histories<TId, TState>
    where TId : notnull
    where TState : class
{
    private readonly ImmutableDictionary<TId, ImmutableArray<Known<TState>>> _states;

    /// <summary>Nothing on record.</summary>
    public Histories()
        : this(ImmutableDictionary<TId, ImmutableArray<Known<TState>>>.Empty)
    {
    }

    private Histories(ImmutableDictionary<TId, ImmutableArray<Known<TState>>> states) => _states = states;

    /// <summary>Each thing's states, oldest first.</summary>
    internal IEnumerable<KeyValuePair<TId, ImmutableArray<Known<TState>>>> All => _states;

    /// <summary>Sequence numbers of every event about one thing.</summary>
    public IEnumerable<long> RecordedOf(TId id) => _states.GetValueOrDefault(id, []).Select(state => state.Recorded);

    /// <summary>Sequence numbers of every event about anything. In no order.</summary>
    public IEnumerable<long> Recorded => _states.Values.SelectMany(states => states.Select(state => state.Recorded));

    /// <summary>As it was at K; null where it was not on record.</summary>
    public Known<TState>? At(TId id, long known) => _states.TryGetValue(id, out var states) ? LastOf(states, known) : null;

    /// <summary>Everything that was on record at K.</summary>
    public IEnumerable<Known<TState>> AllAt(long known) => _states.Values.Select(states => LastOf(states, known)).OfType<Known<TState>>();

    internal Histories<TId, TState> With(TId id, long sequence, Func<TState?, TState> evolve)
    {
        var states = _states.GetValueOrDefault(id, []);
        var last = states.IsEmpty ? null : states[^1];
        return new(_states.SetItem(id, states.Add(new(sequence, states.Length + 1, evolve(last?.State)))));
    }

    private static Known<TState>? LastOf(ImmutableArray<Known<TState>> states, long known)
    {
        for (var i = states.Length - 1; i >= 0; i--)
        {
            if (states[i].Recorded <= known)
            {
                return states[i];
            }
        }

        return null;
    }
}

/// <summary>A thing as an event left it.</summary>
/// <param name="Recorded">Sequence number of the event: known so from there on, inclusive.</param>
/// <param name="Version">How many events there are about it up to that one.</param>
public sealed record Known<TState>(long Recorded, long Version, TState State);
