namespace GuaranteeTracker.Api.Importing;

/// <summary>The order of the input, where it counts: between steps for one stream that are not decided yet.</summary>
internal sealed class StepOrder
{
    private readonly Dictionary<string, ImportEntry> _last = new(StringComparer.Ordinal);
    private long _count;

    /// <summary>The next of the input.</summary>
    public ImportEntry Take(ImportEntry entry)
    {
        entry.Order = ++_count;
        if (entry.Stream.Length > 0)
        {
            entry.Ahead = _last.GetValueOrDefault(entry.Stream);
            _last[entry.Stream] = entry;
        }

        return entry;
    }

    /// <summary>It is decided for good.</summary>
    public void End(ImportEntry entry)
    {
        if (_last.TryGetValue(entry.Stream, out var last) && last == entry)
        {
            _last.Remove(entry.Stream);
        }
    }
}
