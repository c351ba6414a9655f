using GuaranteeTracker.Api.Recording;

namespace GuaranteeTracker.Api.Importing;

/// <summary>Steps that came before what they refer to. They wait for it as long as no more than a window of input has been read since.</summary>
internal sealed class WaitingSteps
{
    /// <summary>In bytes of input.</summary>
    public const long Window = 64 * 1024 * 1024;

    private readonly Dictionary<string, HashSet<ImportEntry>> _waiting = new(StringComparer.Ordinal);
    private readonly Queue<ImportEntry> _byAge = [];
    private long _read;

    /// <summary>So much more of the input was read.</summary>
    public void Read(int bytes) => _read += bytes;

    /// <summary>From now on it waits for what it says it does.</summary>
    public void Add(ImportEntry entry)
    {
        if (!_waiting.TryGetValue(entry.WaitsFor!, out var entries))
        {
            _waiting.Add(entry.WaitsFor!, entries = []);
        }

        entries.Add(entry);
        if (entry.WaitsSince is null)
        {
            entry.WaitsSince = _read;
            _byAge.Enqueue(entry);
        }
    }

    /// <summary>Those that wait for just this, so that they can go on.</summary>
    public List<ImportEntry> TakeFor(Addition addition)
    {
        var woken = new List<ImportEntry>();
        foreach (var what in addition.Events.Select(e => Awaited.Version(addition.Stream, e.Version)).Append(addition.Stream))
        {
            woken.AddRange(_waiting.Remove(what, out var entries) ? entries : []);
        }

        woken.ForEach(entry => entry.WaitsFor = null);
        return woken;
    }

    /// <summary>Those that have waited long enough, or all where nothing more comes: they wait for nothing any more.</summary>
    public List<ImportEntry> TakeOld(bool all)
    {
        var old = new List<ImportEntry>();
        while (_byAge.TryPeek(out var oldest) && (all || _read - oldest.WaitsSince > Window))
        {
            _byAge.Dequeue();
            oldest.Insists = true;
            if (oldest.WaitsFor is { } what && _waiting[what].Remove(oldest))
            {
                oldest.WaitsFor = null;
                old.Add(oldest);
                if (_waiting[what].Count == 0)
                {
                    _waiting.Remove(what);
                }
            }
        }

        return old;
    }
}
