using System.Security.Cryptography;
using System.Text;

namespace GuaranteeTracker.Ledger.Notes;

/// <summary>Signs notes with a private key of P-256. Not for two threads at once.</summary>
public sealed class NoteSigner : IDisposable
{
    private readonly ECDsa _key;

    /// <summary>Signs with the private key by that name.</summary>
    /// <param name="name">As <see cref="NoteKey"/> takes it.</param>
    /// <param name="pem">The private key: PKCS #8 or SEC 1.</param>
    /// <exception cref="FormatException">It holds no such key, or the name cannot be used.</exception>
    public NoteSigner(string name, string pem)
    {
        _key = ECDsa.Create();
        try
        {
            _key.ImportFromPem(pem);
            Key = new(name, _key.ExportSubjectPublicKeyInfo());
            _key.ExportParameters(true); // a public key alone could not sign
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            _key.Dispose();
            throw new FormatException("The file holds no private key of the curve P-256 as PEM.", e);
        }
    }

    /// <summary>What verifies.</summary>
    public NoteKey Key { get; }

    /// <summary>Makes a note of the text, with the signature of this key alone.</summary>
    /// <param name="text">Ends with a line feed.</param>
    public SignedNote Sign(string text) => new(text, [Sign(Encoding.UTF8.GetBytes(text))]);

    /// <summary>Adds a signature of this key.</summary>
    public SignedNote Sign(SignedNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        return note with { Signatures = [.. note.Signatures, Sign(Encoding.UTF8.GetBytes(note.Text))] };
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    private NoteSignature Sign(byte[] text) => new(Key.Name, Key.KeyId, _key.SignData(text, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
}
