using System.Security.Cryptography;
using System.Text;
using GuaranteeTracker.Api.Hosting.LocalPostgres;

namespace GuaranteeTracker.Api.Hosting;

/// <summary>A secret in a file that only this user can read.</summary>
internal static class SecretFile
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(20);

    /// <summary>What the file holds, without white space around it. It is made by one of those who come first at the same time.</summary>
    /// <param name="make">A new secret, in ASCII.</param>
    public static async Task<string> EnsureAsync(string path, Func<string> make, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var turn = await TakeTurnAsync($"{path}.lock", cancellation);
            if (!File.Exists(path))
            {
                await MakeAsync(path, make(), cancellation);
            }
        }

        return (await File.ReadAllTextAsync(path, cancellation)).Trim();
    }

    /// <summary>Starters make it one after another: a move that does not overwrite is no protection, since it looks first and moves then.</summary>
    private static async Task<FileStream> TakeTurnAsync(string path, CancellationToken cancellation)
    {
        FileStream? turn;
        while ((turn = FileLock.TryExclusive(path)) is null)
        {
            await Task.Delay(_pause, cancellation);
        }

        return turn;
    }

    private static async Task MakeAsync(string path, string secret, CancellationToken cancellation)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var fresh = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
        await using (var file = new FileStream(fresh, options))
        {
            await file.WriteAsync(Encoding.ASCII.GetBytes(secret + "\n"), cancellation);
            file.Flush(flushToDisk: true); // a key that signed and is lost cannot be made again
        }

        File.Move(fresh, path); // whole or not at all
    }
}
