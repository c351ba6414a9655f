using System.Security.Cryptography;

namespace GuaranteeTracker.Browser.Tests.Readers;

/// <summary>
/// Programs of other people that read what the service writes, as package-lock.json names them: installed by npm beside these tests' program,
/// by whoever asks first, and kept there until the lock changes. Where npm is missing or reaches no registry, tests fail: what they tell is not known.
/// </summary>
internal static class ReaderPackages
{
    private static readonly string _folder = Path.Combine(AppContext.BaseDirectory, "Readers");

    private static readonly Lazy<Task<string>> Installed = new(InstallAsync);

    /// <returns>The folder that holds the scripts and node_modules.</returns>
    public static Task<string> FolderAsync() => Installed.Value;

    private static async Task<string> InstallAsync()
    {
        var wanted = Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(_folder, "package-lock.json"))));
        var mark = Path.Combine(_folder, "node_modules", ".installed-from");
        if (!File.Exists(mark) || await File.ReadAllTextAsync(mark) != wanted)
        {
            await ChildProgram.RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"], _folder, ReadOnlyMemory<byte>.Empty);
            await File.WriteAllTextAsync(mark, wanted);
        }

        return _folder;
    }
}
