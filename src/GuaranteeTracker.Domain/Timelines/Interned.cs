namespace GuaranteeTracker.Domain.Timelines;

/// <summary>Things kept once, each under a number: their place in a list that only grows.</summary>
internal sealed class Interned<TKey, T>(T[] known, Func<T, TKey> keyOf)
    where TKey : notnull
{
    private Dictionary<TKey, int>? _places;
    private List<T>? _grown;

    public int PlaceOf(TKey key, Func<T> make)
    {
        _places ??= known.Select((item, place) => (Key: keyOf(item), place)).ToDictionary(item => item.Key, item => item.place);
        if (!_places.TryGetValue(key, out var place))
        {
            _grown ??= [.. known];
            place = _grown.Count;
            _places.Add(key, place);
            _grown.Add(make());
        }

        return place;
    }

    public IEnumerable<TResult> Select<TResult>(Func<T, TResult> of) => (_grown ?? (IEnumerable<T>)known).Select(of);

    /// <summary>The same array where nothing new came.</summary>
    public T[] ToArray() => _grown is null ? known : [.. _grown];
}
