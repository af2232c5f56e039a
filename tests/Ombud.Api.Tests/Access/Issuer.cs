using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace Ombud.Api.Tests.Access;

/// <summary>An issuer of tokens with an RSA and an EC key of its own, and others to forge with.</summary>
public sealed class Issuer : IDisposable
{
    public const string Name = "https://issuer.example/";
    public const string Audience = "https://ombud.example";

    private readonly RSA _rsa = RSA.Create(2048);
    private readonly ECDsa _ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public Issuer() => File.WriteAllText(JwksFile, Jwks());

    public string JwksFile { get; } = Path.GetTempFileName();

    public SecurityKey Rsa => new RsaSecurityKey(_rsa) { KeyId = "rsa-1" };

    public SecurityKey Ec => new ECDsaSecurityKey(_ec) { KeyId = "ec-1" };

    public byte[] RsaPublicKey => System.Text.Encoding.ASCII.GetBytes(_rsa.ExportSubjectPublicKeyInfoPem());

    /// <summary>The claims of a good token, to be changed by a test.</summary>
    public static JsonObject Claims(string scope, string? municipality = "drammen") =>
        new()
        {
            ["iss"] = Name,
            ["aud"] = Audience,
            ["client_id"] = "records",
            ["scope"] = scope,
            ["municipality"] = municipality,
            ["nbf"] = In(-5),
            ["exp"] = In(10),
        };

    /// <summary>Now and some minutes, as a token gives time.</summary>
    public static long In(int minutes) => DateTimeOffset.UtcNow.AddMinutes(minutes).ToUnixTimeSeconds();

    public string Token(
        JsonObject claims,
        SecurityKey? key = null,
        string algorithm = SecurityAlgorithms.RsaSha256,
        JsonObject? header = null
    ) =>
        SignedWith(
            claims,
            header
                ?? new()
                {
                    ["alg"] = algorithm,
                    ["kid"] = (key ?? Rsa).KeyId,
                    ["typ"] = "at+jwt",
                },
            key ?? Rsa,
            algorithm
        );

    /// <summary>Signs whatever header and claims are given, good or not.</summary>
    public static string SignedWith(JsonObject claims, JsonObject header, SecurityKey key, string algorithm)
    {
        var text = $"{Encoded(header)}.{Encoded(claims)}";
        var signer = key.CryptoProviderFactory.CreateForSigning(key, algorithm);
        return $"{text}.{Base64UrlEncoder.Encode(signer.Sign(System.Text.Encoding.ASCII.GetBytes(text)))}";
    }

    public static string Encoded(JsonObject part) => Base64UrlEncoder.Encode(part.ToJsonString());

    public void Dispose()
    {
        _rsa.Dispose();
        _ec.Dispose();
        File.Delete(JwksFile);
    }

    private string Jwks()
    {
        var (rsa, ec) = (_rsa.ExportParameters(false), _ec.ExportParameters(false));
        return JsonSerializer.Serialize(
            new
            {
                keys = new object[]
                {
                    new
                    {
                        kty = "RSA",
                        use = "sig",
                        kid = "rsa-1",
                        n = Base64UrlEncoder.Encode(rsa.Modulus),
                        e = Base64UrlEncoder.Encode(rsa.Exponent),
                    },
                    new
                    {
                        kty = "EC",
                        use = "sig",
                        kid = "ec-1",
                        crv = "P-256",
                        x = Base64UrlEncoder.Encode(ec.Q.X),
                        y = Base64UrlEncoder.Encode(ec.Q.Y),
                    },
                },
            }
        );
    }
}
