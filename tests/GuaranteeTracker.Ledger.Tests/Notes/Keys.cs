using System.Security.Cryptography;
using GuaranteeTracker.Ledger.Notes;

namespace GuaranteeTracker.Ledger.Tests.Notes;

/// <summary>Keys to sign with.</summary>
internal static class Keys
{
    public const string Name = "tracker.example.org/log", Text = "tracker.example.org/log\n3\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n";

    public static string Pem()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }

    public static NoteSigner Signer(string name = Name) => new(name, Pem());

    public static SignedNote Read(string note) => SignedNote.Parse(note, out _)!;
}
