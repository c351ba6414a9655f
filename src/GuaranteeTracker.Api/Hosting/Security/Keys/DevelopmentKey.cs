using System.Security.Cryptography;
using System.Text;
using GuaranteeTracker.Api.Hosting.LocalPostgres;

namespace GuaranteeTracker.Api.Hosting.Security.Keys;

/// <summary>An analyst key for a developer's own machine, in a file that only this user can read.</summary>
internal static class DevelopmentKey
{
    public const string FileName = "development.key";

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(20);

    /// <summary>The key in the folder's file; made on the first call. Never printed: show <paramref name="path"/>.</summary>
    public static async Task<string> EnsureAsync(string path, CancellationToken cancellation)
    {
        if (File.Exists(path))
        {
            return (await File.ReadAllTextAsync(path, cancellation)).Trim();
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var turn = await TakeTurnAsync($"{path}.lock", cancellation);
        if (!File.Exists(path))
        {
            await MakeAsync(path, cancellation);
        }

        return (await File.ReadAllTextAsync(path, cancellation)).Trim();
    }

    /// <summary>Starters make it one after another: a move that does not overwrite is no protection, since it looks first and moves then.</summary>
    private static async Task<FileStream> TakeTurnAsync(string path, CancellationToken cancellation)
    {
        while (true)
        {
            if (FileLock.TryExclusive(path) is { } turn)
            {
                return turn;
            }

            await Task.Delay(_pause, cancellation);
        }
    }

    private static async Task MakeAsync(string path, CancellationToken cancellation)
    {
        var key = KeyText.Make();
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var fresh = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
        await using (var file = new FileStream(fresh, options))
        {
            await file.WriteAsync(Encoding.ASCII.GetBytes(key + "\n"), cancellation);
        }

        File.Move(fresh, path); // whole or not at all
    }
}
