using GuaranteeTracker.Api.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Caching.Memory;

namespace GuaranteeTracker.Api.Reading;

/// <summary>
/// Keeps snapshots under the addresses they were asked for at, as many as the setting allows. Only what is asked for a second time is kept:
/// who wanders through dates asks for nothing twice, and would fill the memory with what nobody wants again.
/// </summary>
internal sealed class SnapshotCache(Settings settings) : IDisposable
{
    private const int Overhead = 500, Remembered = 1 << 16;

    /// <summary>Hashes of the addresses asked for last, each in the one place it may have.</summary>
    private readonly int[] _asked = new int[Remembered];

    private readonly MemoryCache _snapshots = new(new MemoryCacheOptions { SizeLimit = settings.SnapshotMemory << 20 });

    public Representation? Find(HttpContext http, Format format) => _snapshots.Get<Representation>(KeyOf(http.Request, format));

    /// <param name="answer">What this address answers for ever.</param>
    public Representation Keep(HttpContext http, Written answer)
    {
        var (snapshot, key) = (ReadAnswer.ForEver(http, answer), KeyOf(http.Request, answer.Format));
        if (!WasAskedBefore(key))
        {
            return snapshot;
        }

        using var entry = _snapshots.CreateEntry(key);
        entry.Size = Overhead + (2L * key.Length) + (2L * answer.Bytes.Length); // with what compressed forms take
        entry.Value = snapshot;
        return snapshot;
    }

    public void Dispose() => _snapshots.Dispose();

    private bool WasAskedBefore(string key)
    {
        var hash = key.GetHashCode(StringComparison.Ordinal);
        return Interlocked.Exchange(ref _asked[hash & (Remembered - 1)], hash) == hash;
    }

    /// <summary>As it was sent: what is written otherwise may mean something else.</summary>
    private static string KeyOf(HttpRequest request, Format format) =>
        (format == Format.Json ? "" : format.Name) + request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
}
