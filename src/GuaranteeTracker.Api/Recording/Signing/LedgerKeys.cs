using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Ledger.Notes;

namespace GuaranteeTracker.Api.Recording.Signing;

/// <summary>The key that signs this log's checkpoints, and those that did before.</summary>
internal sealed class LedgerKeys : IDisposable
{
    private readonly IReadOnlyList<NoteKey> _former;

    private LedgerKeys(NoteSigner signer, IReadOnlyList<NoteKey> former) => (Signer, _former) = (signer, former);

    /// <summary>For the leader alone.</summary>
    public NoteSigner Signer { get; }

    /// <summary>What verifies; its name is the log's.</summary>
    public NoteKey Current => Signer.Key;

    /// <summary>All with which checkpoints may be signed.</summary>
    public IReadOnlyList<NoteKey> All => [Current, .. _former];

    /// <param name="dataDirectory">Where the key is, or is made, unless a setting names its file.</param>
    /// <exception cref="StartException">A key cannot be used; the message names the setting.</exception>
    public static async Task<LedgerKeys> OpenAsync(Settings settings, string dataDirectory, CancellationToken cancellation)
    {
        var path = settings.LedgerKey is { Length: > 0 } chosen ? Path.GetFullPath(chosen) : Path.Combine(dataDirectory, LedgerKeyFile.Name);
        try
        {
            var pem = settings.LedgerKey is { Length: > 0 } ? await File.ReadAllTextAsync(path, cancellation) : await LedgerKeyFile.EnsureAsync(path, cancellation);
            var former = Array.ConvertAll(settings.FormerLedgerKeys, ReadFormer);
            return new(new(NameOf(settings), pem), former);
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new StartException($"The key in {path} cannot sign checkpoints under the name {NameOf(settings)}. {e.Message} See GuaranteeTracker:LedgerKey, GuaranteeTracker:LedgerName and GuaranteeTracker:DataDirectory.", e);
        }
    }

    /// <summary>What a signed checkpoint says.</summary>
    /// <param name="because">Why there is none.</param>
    /// <returns>Null for anything else, or where none of these keys signed it.</returns>
    public CheckpointText? Read(string note, out string? because)
    {
        if (SignedNote.Parse(note, out because) is not { } signed)
        {
            return null;
        }

        if (CheckpointText.Parse(signed.Text) is not { } text)
        {
            because = "It is no checkpoint.";
            return null;
        }

        var isSigned = _former.Prepend(Current).Any(key => key.Name == text.Origin && key.HasSigned(signed));
        because = isSigned ? null : $"It is signed by another key than {Current}: set GuaranteeTracker:LedgerKey to that key's file, or, where the key was changed on purpose, name the old one in GuaranteeTracker:FormerLedgerKeys.";
        return isSigned ? text : null;
    }

    public void Dispose() => Signer.Dispose();

    /// <summary>The address without its scheme, as C2SP recommends, and <c>/log</c>, where the tiles are.</summary>
    private static string NameOf(Settings settings) =>
        settings.LedgerName is { Length: > 0 } chosen ? chosen
        : settings.PublicUrl is { } url ? $"{url[(url.IndexOf("://", StringComparison.Ordinal) + 3)..].TrimEnd('/')}/log"
        : "localhost/log";

    private static NoteKey ReadFormer(string text)
    {
        try
        {
            return NoteKey.Parse(text.Trim());
        }
        catch (FormatException e)
        {
            throw new StartException($"GuaranteeTracker:FormerLedgerKeys has an entry that is no key as /log/key gives it. {e.Message}", e);
        }
    }
}
