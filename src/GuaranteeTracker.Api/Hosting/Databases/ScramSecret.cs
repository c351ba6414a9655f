using System.Security.Cryptography;
using System.Text;

namespace GuaranteeTracker.Api.Hosting.Databases;

/// <summary>What PostgreSQL stores of a password (RFC 5803), made here, so that the password itself is in no statement and in no server's log.</summary>
internal static class ScramSecret
{
    private const int Iterations = 4096; // PostgreSQL's own

    public static string Of(string password) => Of(password, RandomNumberGenerator.GetBytes(16));

    internal static string Of(string password, byte[] salt)
    {
        var salted = Rfc2898DeriveBytes.Pbkdf2(password.Normalize(NormalizationForm.FormKC), salt, Iterations, HashAlgorithmName.SHA256, 32); // as the driver normalises it
        var stored = SHA256.HashData(HMACSHA256.HashData(salted, "Client Key"u8));
        var server = HMACSHA256.HashData(salted, "Server Key"u8);
        return $"SCRAM-SHA-256${Iterations}:{Convert.ToBase64String(salt)}${Convert.ToBase64String(stored)}:{Convert.ToBase64String(server)}";
    }
}
