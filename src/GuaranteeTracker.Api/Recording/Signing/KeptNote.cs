using System.Security.Cryptography;
using System.Text;

namespace GuaranteeTracker.Api.Recording.Signing;

/// <summary>
/// The last note that this node signed, and the first that it knows of, in files: whoever rewrites the database, or restores an old one,
/// does not change them.
/// </summary>
internal sealed class KeptNote(string dataDirectory)
{
    public const string Name = "ledger.note", FirstName = "ledger.first.note";

    /// <summary>In Development: a database that it does not fit, or that another key signed, is taken for another one, as developers have several.</summary>
    public bool Yields { get; init; }

    public string Path { get; } = System.IO.Path.Combine(dataDirectory, Name);

    /// <summary>Its checkpoint and all larger ones are signed.</summary>
    public string FirstPath { get; } = System.IO.Path.Combine(dataDirectory, FirstName);

    public bool HasFirst => File.Exists(FirstPath);

    /// <returns>Null where there is none.</returns>
    public async Task<string?> ReadAsync(CancellationToken cancellation) => File.Exists(Path) ? await File.ReadAllTextAsync(Path, cancellation) : null;

    /// <summary>Both.</summary>
    /// <returns>Where the last one is from now on.</returns>
    public string PutAside()
    {
        if (HasFirst)
        {
            PutAside(FirstPath);
        }

        return PutAside(Path);
    }

    /// <summary>In the place of the one before, whole or not at all.</summary>
    public Task WriteAsync(string note) => WriteAsync(Path, note);

    public Task WriteFirstAsync(string note) => WriteAsync(FirstPath, note);

    private static string PutAside(string path)
    {
        var aside = $"{path}.{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))[..16]}";
        File.Move(path, aside, overwrite: true);
        return aside;
    }

    private async Task WriteAsync(string path, string note)
    {
        Directory.CreateDirectory(dataDirectory);
        var fresh = $"{path}.part";
        await using (var file = new FileStream(fresh, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write }))
        {
            await file.WriteAsync(Encoding.UTF8.GetBytes(note));
            file.Flush(flushToDisk: true);
        }

        File.Move(fresh, path, overwrite: true);
    }
}
