using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;

namespace GuaranteeTracker.Api.Recording;

/// <summary>What this process has seen on record and need not read again, because nothing recorded is ever changed: streams that there are, and texts by their hash.</summary>
internal sealed class KnownThings : IDisposable
{
    private const int MostStreams = 200_000;
    private const long MostCharacters = 4 * 1024 * 1024;

    private readonly ConcurrentDictionary<string, bool> _streams = new(StringComparer.Ordinal);
    private readonly MemoryCache _texts = new(new MemoryCacheOptions { SizeLimit = MostCharacters });

    public bool Has(string stream) => _streams.ContainsKey(stream);

    /// <param name="stream">One that is committed.</param>
    public void Add(string stream)
    {
        if (_streams.Count < MostStreams)
        {
            _streams.TryAdd(stream, true);
        }
    }

    /// <summary>Hash and text of a source; null where it was not seen lately. Whether it was taken down since, the record tells.</summary>
    /// <param name="source">The key of its stream.</param>
    public KnownText? TextOf(string source) => _texts.Get<KnownText>(source);

    public void AddText(string source, KnownText text) => _texts.Set(source, text, new MemoryCacheEntryOptions { Size = text.Text.Length });

    /// <summary>Drops a text from memory, whichever sources have it.</summary>
    public void ForgetText(string sha256)
    {
        foreach (var source in _texts.Keys.Where(source => _texts.Get<KnownText>(source)?.Sha256 == sha256).ToList())
        {
            _texts.Remove(source);
        }
    }

    public void Dispose() => _texts.Dispose();
}

internal sealed record KnownText(string Sha256, string Text);
