using System.Security.Cryptography;
using System.Text;
using GuaranteeTracker.Api.Hosting.LocalPostgres;

namespace GuaranteeTracker.Api.Recording.Signing;

/// <summary>The private key of this installation's log, in a file that only this user can read.</summary>
internal static class LedgerKeyFile
{
    public const string Name = "ledger.key";

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(20);

    /// <summary>The file's PEM; made on the first call, by one of those who come at the same time.</summary>
    public static async Task<string> EnsureAsync(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var turn = await TakeTurnAsync($"{path}.lock", cancellation);
            if (!File.Exists(path))
            {
                await MakeAsync(path, cancellation);
            }
        }

        return await File.ReadAllTextAsync(path, cancellation);
    }

    private static async Task<FileStream> TakeTurnAsync(string path, CancellationToken cancellation)
    {
        FileStream? turn;
        while ((turn = FileLock.TryExclusive(path)) is null)
        {
            await Task.Delay(_pause, cancellation);
        }

        return turn;
    }

    private static async Task MakeAsync(string path, CancellationToken cancellation)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var fresh = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
        await using (var file = new FileStream(fresh, options))
        {
            await file.WriteAsync(Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n"), cancellation);
            file.Flush(flushToDisk: true); // a key that signed and is lost cannot be made again
        }

        File.Move(fresh, path); // whole or not at all
    }
}
