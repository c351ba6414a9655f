namespace GuaranteeTracker.Domain.Timelines;

/// <summary>Things kept once, each under a number: their place in a list that only grows.</summary>
internal sealed class Interned<TKey, T>(T[] known, Func<T, TKey> keyOf)
    where TKey : notnull
{
    /// <summary>So many searches cost less than to make a dictionary.</summary>
    private const int FewSearches = 4;

    private Dictionary<TKey, int>? _places;
    private List<T>? _grown;
    private int _searches;

    public int PlaceOf(TKey key, Func<T> make)
    {
        if (_places is null && _searches++ < FewSearches && Array.FindIndex(known, item => keyOf(item).Equals(key)) is >= 0 and var found)
        {
            return found;
        }

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
