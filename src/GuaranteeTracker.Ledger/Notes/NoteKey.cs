using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GuaranteeTracker.Ledger.Notes;

/// <summary>The public half of a key that signs notes: ECDSA with P-256 and SHA-256, signature type 2 of C2SP's signed-note.</summary>
public sealed class NoteKey
{
    private const byte Ecdsa = 2;

    private readonly byte[] _publicKey;

    /// <summary>A key of P-256, by whatever name it signs.</summary>
    /// <param name="name">No spaces and no plus sign: <c>tracker.example.org/log</c>.</param>
    /// <param name="publicKey">SubjectPublicKeyInfo, DER.</param>
    /// <exception cref="FormatException">The name or the key cannot be used.</exception>
    public NoteKey(string name, byte[] publicKey)
    {
        _publicKey = publicKey;
        Name = IsName(name) ? name : throw new FormatException("A note key's name has no spaces, control characters or plus signs, and at least one character.");
        using var key = Import();
        KeyId = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(publicKey));
    }

    /// <summary>Of the key, and usually of the log.</summary>
    public string Name { get; }

    /// <summary>The first four bytes of the public key's SHA-256.</summary>
    public uint KeyId { get; }

    /// <summary>SubjectPublicKeyInfo as PEM.</summary>
    public string Pem => PemEncoding.WriteString("PUBLIC KEY", _publicKey);

    /// <summary><c>name+id+key</c>, as verifiers take it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}+{KeyId:x8}+{Convert.ToBase64String([Ecdsa, .. _publicKey])}");

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static NoteKey Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Split('+', 3) is not [var name, _, var base64] || Convert.FromBase64String(base64) is not [Ecdsa, .. var publicKey])
        {
            throw new FormatException("A note key is written as name+id+key, its key an ECDSA one of type 2.");
        }

        var key = new NoteKey(name, publicKey);
        return key.ToString() == text ? key : throw new FormatException("The note key's id is not that of its key: it was not copied whole.");
    }

    /// <summary>Whether this key signed the note: one of its signatures at least, and each that names this key.</summary>
    public bool HasSigned(SignedNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        var ours = note.Signatures.Where(signature => signature.Name == Name && signature.KeyId == KeyId).ToList();
        using var key = Import();
        return ours.Count > 0
            && ours.TrueForAll(signature => key.VerifyData(Encoding.UTF8.GetBytes(note.Text), signature.Signature.Span, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }

    internal static bool IsName(string name) => name.Length > 0 && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c == '+');

    private ECDsa Import()
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(_publicKey, out var read);
            if (read == _publicKey.Length && key.ExportParameters(false).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value)
            {
                return key;
            }
        }
        catch (CryptographicException e)
        {
            key.Dispose();
            throw new FormatException("The note key holds no public key.", e);
        }

        key.Dispose();
        throw new FormatException("The note key is not one of the curve P-256.");
    }
}
