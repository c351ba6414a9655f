using System.Security.Cryptography;
using System.Text;

namespace GuaranteeTracker.Api.Recording.Signing;

/// <summary>The last note that this node signed, in a file: whoever rewrites the database, or restores an old one, does not change it.</summary>
internal sealed class KeptNote(string dataDirectory)
{
    public const string Name = "ledger.note";

    /// <summary>In Development: a database that it does not fit, or that another key signed, is taken for another one, as developers have several.</summary>
    public bool Yields { get; init; }

    public string Path { get; } = System.IO.Path.Combine(dataDirectory, Name);

    /// <returns>Null where there is none.</returns>
    public async Task<string?> ReadAsync(CancellationToken cancellation) => File.Exists(Path) ? await File.ReadAllTextAsync(Path, cancellation) : null;

    /// <returns>Where it is from now on.</returns>
    public string PutAside()
    {
        var aside = $"{Path}.{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path)))[..16]}";
        File.Move(Path, aside, overwrite: true);
        return aside;
    }

    /// <summary>In the place of the one before, whole or not at all.</summary>
    public async Task WriteAsync(string note)
    {
        Directory.CreateDirectory(dataDirectory);
        var fresh = $"{Path}.part";
        await using (var file = new FileStream(fresh, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write }))
        {
            await file.WriteAsync(Encoding.UTF8.GetBytes(note));
            file.Flush(flushToDisk: true);
        }

        File.Move(fresh, Path, overwrite: true);
    }
}
