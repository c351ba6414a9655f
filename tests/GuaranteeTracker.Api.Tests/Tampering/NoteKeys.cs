using System.Security.Cryptography;
using GuaranteeTracker.Ledger.Notes;

namespace GuaranteeTracker.Api.Tests.Tampering;

/// <summary>Keys that sign notes, made for a test.</summary>
internal static class NoteKeys
{
    public const string Log = "tracker.example.org/log";

    public static NoteSigner Make(string name = Log)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new(name, key.ExportPkcs8PrivateKeyPem());
    }
}
