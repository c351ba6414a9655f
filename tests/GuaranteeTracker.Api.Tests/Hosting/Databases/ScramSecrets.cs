using System.Security.Cryptography;
using System.Text;
using GuaranteeTracker.Api.Hosting.Databases;

namespace GuaranteeTracker.Api.Tests.Hosting.Databases;

public sealed class ScramSecrets
{
    /// <summary>The exchange in RFC 7677, section 3.</summary>
    [Fact]
    public void The_RFCs_client_is_let_in_and_knows_its_server()
    {
        var message = Encoding.ASCII.GetBytes(
            "n=user,r=rOprNGfwEbeRWgbNEkqO,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096,c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0");
        var proof = Convert.FromBase64String("dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=");

        var secret = ScramSecret.Of("pencil", Convert.FromBase64String("W22ZaJ0SNY7soEsUEjb6gQ=="));

        secret.Should().StartWith("SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$");
        var keys = secret.Split('$')[2].Split(':').Select(Convert.FromBase64String).ToArray();
        var clientKey = proof.Zip(HMACSHA256.HashData(keys[0], message), (a, b) => (byte)(a ^ b)).ToArray();
        SHA256.HashData(clientKey).Should().Equal(keys[0]);
        Convert.ToBase64String(HMACSHA256.HashData(keys[1], message)).Should().Be("6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=");
    }

    [Fact]
    public void No_two_are_alike() => ScramSecret.Of("pencil").Should().NotBe(ScramSecret.Of("pencil"));
}
