using GuaranteeTracker.Api.Hosting;
using Microsoft.Extensions.Caching.Memory;

namespace GuaranteeTracker.Api.Reading;

/// <summary>Keeps snapshots under the addresses they were asked for at, as many as the setting allows.</summary>
internal sealed class SnapshotCache(Settings settings) : IDisposable
{
    private const int Overhead = 500;

    private readonly MemoryCache _snapshots = new(new MemoryCacheOptions { SizeLimit = settings.SnapshotMemory << 20 });

    public Snapshot? Find(HttpContext http) => _snapshots.Get<Snapshot>(KeyOf(http.Request));

    /// <param name="answer">What this address answers for ever.</param>
    public Snapshot Keep(HttpContext http, object answer)
    {
        var bytes = ReadAnswer.Bytes(answer);
        var (cacheControl, vary) = ReadAnswer.ForEver(http);
        var snapshot = new Snapshot(bytes, cacheControl, vary);
        using var entry = _snapshots.CreateEntry(KeyOf(http.Request));
        entry.Size = Overhead + (2L * bytes.Length); // with what compressed forms take
        entry.Value = snapshot;
        return snapshot;
    }

    public void Dispose() => _snapshots.Dispose();

    private static string KeyOf(HttpRequest request) => request.Path.Value + request.QueryString.Value;
}
