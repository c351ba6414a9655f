using System.Security.Cryptography;
using System.Text;

namespace GuaranteeTracker.Api.Hosting.Security;

/// <summary>An analyst key for a developer's own machine, in a file that only this user can read.</summary>
internal static class DevelopmentKey
{
    public const string FileName = "development.key";

    /// <summary>The key in the folder's file; made on the first call. Never printed: show <paramref name="path"/>.</summary>
    public static async Task<string> EnsureAsync(string path, CancellationToken cancellation)
    {
        if (File.Exists(path))
        {
            return (await File.ReadAllTextAsync(path, cancellation)).Trim();
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var key = $"gt-dev-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24))}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var fresh = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
        await using (var file = new FileStream(fresh, options))
        {
            await file.WriteAsync(Encoding.ASCII.GetBytes(key + "\n"), cancellation);
        }

        try
        {
            File.Move(fresh, path, overwrite: false); // whole or not at all, and the first of two starters wins
            return key;
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(fresh);
            return (await File.ReadAllTextAsync(path, cancellation)).Trim();
        }
    }
}
