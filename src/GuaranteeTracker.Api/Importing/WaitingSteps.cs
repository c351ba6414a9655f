namespace GuaranteeTracker.Api.Importing;

/// <summary>Steps that came before what they refer to. They wait for it as long as no more than a window of input has been read since.</summary>
/// <param name="window">In bytes of input.</param>
internal sealed class WaitingSteps(long window = WaitingSteps.Window)
{
    public const long Window = 64 * 1024 * 1024;

    /// <summary>Shorter lines count as much: what waits takes memory, however little it says.</summary>
    public const int Least = 1024;

    private static readonly Comparer<ImportEntry> _byOrder = Comparer<ImportEntry>.Create((a, b) => a.Order.CompareTo(b.Order));

    private readonly Dictionary<string, SortedDictionary<long, SortedSet<ImportEntry>>> _waiting = new(StringComparer.Ordinal);
    private readonly Queue<ImportEntry> _byAge = [];
    private long _read;

    /// <summary>So much more of the input was read.</summary>
    public void Read(int bytes) => _read += Math.Max(bytes, Least);

    /// <summary>From now on it waits for what it says it does.</summary>
    public void Add(ImportEntry entry)
    {
        var (stream, version) = entry.WaitsFor!.Value;
        if (!_waiting.TryGetValue(stream, out var versions))
        {
            _waiting.Add(stream, versions = []);
        }

        if (!versions.TryGetValue(version, out var entries))
        {
            versions.Add(version, entries = new(_byOrder));
        }

        entries.Add(entry);
        if (entry.WaitsSince is null)
        {
            entry.WaitsSince = _read;
            _byAge.Enqueue(entry);
        }
    }

    /// <summary>Those that wait for something that is there now, and at once those that wait for what they make: else a long history that comes backwards would be recorded step by step.</summary>
    public List<ImportEntry> TakeFor(Awaited there)
    {
        var woken = new List<ImportEntry>();
        Take(there, woken);
        for (var i = 0; i < woken.Count; i++)
        {
            if (woken[i].Makes is { } version)
            {
                Take(new(woken[i].Stream, version), woken);
            }
        }

        woken.ForEach(entry => entry.WaitsFor = null);
        return woken;
    }

    /// <summary>Those that have waited long enough, or all where nothing more comes: they wait for nothing any more.</summary>
    public List<ImportEntry> TakeOld(bool all)
    {
        var old = new List<ImportEntry>();
        while (_byAge.TryPeek(out var oldest) && (all || _read - oldest.WaitsSince > window))
        {
            _byAge.Dequeue();
            oldest.Insists = true;
            if (oldest.WaitsFor is { } what)
            {
                Remove(oldest, what);
                oldest.WaitsFor = null;
                old.Add(oldest);
            }
        }

        return old;
    }

    private void Take(Awaited there, List<ImportEntry> woken)
    {
        if (!_waiting.TryGetValue(there.Stream, out var versions))
        {
            return;
        }

        while (versions.Count > 0 && versions.First() is var (version, entries) && version <= there.Version)
        {
            versions.Remove(version);
            woken.AddRange(entries);
        }

        if (versions.Count == 0)
        {
            _waiting.Remove(there.Stream);
        }
    }

    private void Remove(ImportEntry entry, Awaited what)
    {
        var versions = _waiting[what.Stream];
        var entries = versions[what.Version];
        entries.Remove(entry);
        if (entries.Count == 0 && versions.Remove(what.Version) && versions.Count == 0)
        {
            _waiting.Remove(what.Stream);
        }
    }
}
