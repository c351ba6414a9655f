using System.Diagnostics;

namespace GuaranteeTracker.Api.Hosting.LocalPostgres;

/// <summary>Advisory locks that the operating system frees when their process ends, however it ends.</summary>
internal static class FileLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <exception cref="LocalPostgresException">Still held by another after <paramref name="patience"/>.</exception>
    public static async Task<FileStream> ExclusiveAsync(string path, TimeSpan patience, CancellationToken ct)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < patience; await Task.Delay(Pause, ct))
        {
            if (TryExclusive(path) is { } taken)
            {
                return taken;
            }
        }

        throw new LocalPostgresException($"Another process has been starting or stopping PostgreSQL for {patience.TotalSeconds:0} seconds: it holds {path}. End that process, then start again.");
    }

    /// <returns>Null while another holds the lock, exclusively or shared.</returns>
    public static FileStream? TryExclusive(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException held) when (IsHeld(held))
        {
            return null;
        }
    }

    /// <summary>A lock that any number of holders share, while nobody holds it exclusively.</summary>
    public static FileStream Shared(string path) => new(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite);

    // EWOULDBLOCK on Linux and on macOS, ERROR_SHARING_VIOLATION: anything else must not be waited for
    private static bool IsHeld(IOException refused) => refused.HResult is 11 or 35 or unchecked((int)0x80070020);
}
