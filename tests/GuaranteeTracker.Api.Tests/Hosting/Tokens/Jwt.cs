using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace GuaranteeTracker.Api.Tests.Hosting.Tokens;

/// <summary>Tokens made by hand (RFC 7515), the wrong ones too.</summary>
internal static class Jwt
{
    public static string Make(JsonObject header, JsonObject claims, Func<byte[], byte[]> sign)
    {
        var content = $"{Encode(header)}.{Encode(claims)}";
        return $"{content}.{Base64UrlEncoder.Encode(sign(Encoding.ASCII.GetBytes(content)))}";
    }

    public static JsonObject Header(string algorithm, string key, params (string Name, JsonNode Value)[] more)
    {
        var header = new JsonObject { ["alg"] = algorithm, ["kid"] = key, ["typ"] = "JWT" };
        foreach (var (name, value) in more)
        {
            header[name] = value;
        }

        return header;
    }

    private static string Encode(JsonObject part) => Base64UrlEncoder.Encode(part.ToJsonString());
}

/// <summary>A pair of keys of an issuer.</summary>
internal sealed class IssuerKey(string id, string algorithm)
{
    private readonly ECDsa _curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly RSA _rsa = RSA.Create(2048);

    public string Id => id;

    public string Algorithm => algorithm;

    /// <summary>As a key set has it (RFC 7517).</summary>
    public JsonObject Public()
    {
        var key = algorithm.StartsWith("ES", StringComparison.Ordinal)
            ? JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new(ECDsa.Create(_curve.ExportParameters(false))))
            : JsonWebKeyConverter.ConvertFromRSASecurityKey(new(_rsa.ExportParameters(false)));
        return key.Kty == "EC"
            ? new() { ["kty"] = "EC", ["kid"] = id, ["use"] = "sig", ["crv"] = key.Crv, ["x"] = key.X, ["y"] = key.Y }
            : new() { ["kty"] = "RSA", ["kid"] = id, ["use"] = "sig", ["n"] = key.N, ["e"] = key.E };
    }

    /// <summary>What everybody can read: some libraries took it for a shared secret.</summary>
    public byte[] PublicPem() => Encoding.ASCII.GetBytes(algorithm.StartsWith("ES", StringComparison.Ordinal) ? _curve.ExportSubjectPublicKeyInfoPem() : _rsa.ExportSubjectPublicKeyInfoPem());

    public byte[] Sign(byte[] content) => algorithm switch
    {
        "ES256" => _curve.SignData(content, HashAlgorithmName.SHA256),
        "RS256" => _rsa.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        "RS384" => _rsa.SignData(content, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
        "PS256" => _rsa.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        _ => throw new NotSupportedException(algorithm),
    };
}
