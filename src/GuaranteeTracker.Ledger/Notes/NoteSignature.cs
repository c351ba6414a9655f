using System.Buffers.Binary;

namespace GuaranteeTracker.Ledger.Notes;

/// <summary>A line of a signed note.</summary>
/// <param name="Name">The key's.</param>
/// <param name="KeyId">Tells keys of one name apart; no more.</param>
/// <param name="Signature">The signature itself, without the key's id; of ECDSA keys in DER (RFC 3279).</param>
public sealed record NoteSignature(string Name, uint KeyId, ReadOnlyMemory<byte> Signature)
{
    private const string Dash = "— ";

    /// <summary>The line, without its end.</summary>
    public override string ToString()
    {
        var bytes = new byte[sizeof(uint) + Signature.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
        Signature.Span.CopyTo(bytes.AsSpan(sizeof(uint)));
        return $"{Dash}{Name} {Convert.ToBase64String(bytes)}";
    }

    /// <summary>Reads a line, without its end.</summary>
    /// <returns>Null for anything that is no such line.</returns>
    public static NoteSignature? Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (!line.StartsWith(Dash, StringComparison.Ordinal) || line[Dash.Length..].Split(' ') is not [{ Length: > 0 } name, var base64] || !NoteKey.IsName(name))
        {
            return null;
        }

        var bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, bytes, out var length) || length <= sizeof(uint))
        {
            return null;
        }

        var signature = new NoteSignature(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes.AsMemory(sizeof(uint)..length));
        return signature.ToString() == line ? signature : null; // one signature has one form: Base64 leaves bits of its last character open
    }
}
