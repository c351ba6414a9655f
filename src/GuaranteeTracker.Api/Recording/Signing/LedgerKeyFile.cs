using System.Security.Cryptography;
using GuaranteeTracker.Api.Hosting;

namespace GuaranteeTracker.Api.Recording.Signing;

/// <summary>The private key of this installation's log.</summary>
internal static class LedgerKeyFile
{
    public const string Name = "ledger.key";

    /// <summary>The file's PEM; made on the first call.</summary>
    public static Task<string> EnsureAsync(string path, CancellationToken cancellation) => SecretFile.EnsureAsync(path, Make, cancellation);

    private static string Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }
}
