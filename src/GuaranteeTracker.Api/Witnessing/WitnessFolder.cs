using System.Globalization;
using System.Text;
using GuaranteeTracker.Api.Recording.Signing;
using GuaranteeTracker.Ledger.Notes;

namespace GuaranteeTracker.Api.Witnessing;

/// <summary>What a witness remembers: its own key, the log's, the last checkpoint that it cosigned, and what it refused.</summary>
internal sealed class WitnessFolder(string path)
{
    private const string OwnKey = "witness.key", OwnName = "witness.name", LogKey = "log.key", Last = "last.note";

    /// <summary>Evidence is for somebody to look at: the first so many tell enough.</summary>
    private const int MostRefused = 100;

    private readonly string _path = Path.GetFullPath(path);

    /// <summary>The witness's own key, made at the first call, under the name that it got then: verifiers know it by both.</summary>
    /// <param name="wanted">Null: whatever it is.</param>
    /// <param name="fallback">What it is called where nobody says.</param>
    /// <exception cref="FormatException">What is there is no key.</exception>
    /// <exception cref="WitnessException">Another name is wanted than it has.</exception>
    public async Task<NoteSigner> SignerAsync(string? wanted, string fallback, CancellationToken cancellation)
    {
        var pem = await LedgerKeyFile.EnsureAsync(Path.Combine(_path, OwnKey), cancellation);
        var kept = (await ReadAsync(OwnName, cancellation))?.Trim();
        var name = kept ?? await SignedAsAsync(pem, cancellation);
        if (name is not null && wanted is not null && name != wanted)
        {
            throw new WitnessException($"This directory's witness is called {name}, and --name says {wanted}. Its signatures are known by that name: leave --name out, or begin with an empty directory.");
        }

        name ??= wanted ?? fallback;
        var signer = new NoteSigner(name, pem);
        if (kept is null)
        {
            await WriteAsync(OwnName, $"{name}\n", cancellation);
        }

        return signer;
    }

    /// <summary>The log's key; null before it was first seen.</summary>
    /// <exception cref="FormatException">What is there is no key.</exception>
    public async Task<NoteKey?> LogKeyAsync(CancellationToken cancellation) => await ReadAsync(LogKey, cancellation) is { } text ? NoteKey.Parse(text.Trim()) : null;

    public Task KeepLogKeyAsync(NoteKey key, CancellationToken cancellation) => WriteAsync(LogKey, $"{key}\n", cancellation);

    /// <summary>The last checkpoint's note with our signature; null where there is none yet.</summary>
    public Task<string?> LastAsync(CancellationToken cancellation) => ReadAsync(Last, cancellation);

    public Task KeepLastAsync(SignedNote note, CancellationToken cancellation) => WriteAsync(Last, note.ToString(), cancellation);

    /// <summary>Keeps what was refused and what it contradicts. What was refused first for a size stays.</summary>
    /// <returns>The file.</returns>
    public async Task<string> KeepRefusedAsync(long size, string because, string refused, string last, CancellationToken cancellation)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"refused-{size}.note");
        if (!File.Exists(Path.Combine(_path, name)) && Directory.GetFiles(_path, "refused-*.note").Length < MostRefused)
        {
            await WriteAsync(name, $"{because}\n\n--- cosigned before\n{last}\n--- refused\n{refused}", cancellation);
        }

        return Path.Combine(_path, name);
    }

    /// <summary>The name under which this key cosigned last, in a directory that does not hold it yet.</summary>
    private async Task<string?> SignedAsAsync(string pem, CancellationToken cancellation)
    {
        if (await LastAsync(cancellation) is not { } last || SignedNote.Parse(last, out _) is not { } note)
        {
            return null;
        }

        return note.Signatures.Select(signature => signature.Name).FirstOrDefault(name =>
        {
            using var signer = new NoteSigner(name, pem);
            return signer.Key.HasSigned(note);
        });
    }

    private async Task<string?> ReadAsync(string name, CancellationToken cancellation)
    {
        var file = Path.Combine(_path, name);
        return File.Exists(file) ? await File.ReadAllTextAsync(file, cancellation) : null;
    }

    /// <summary>Whole or not at all, and for this user alone.</summary>
    private async Task WriteAsync(string name, string text, CancellationToken cancellation)
    {
        var file = Path.Combine(_path, name);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using (var stream = new FileStream($"{file}.part", options))
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation);
            stream.Flush(flushToDisk: true);
        }

        File.Move($"{file}.part", file, overwrite: true);
    }
}
