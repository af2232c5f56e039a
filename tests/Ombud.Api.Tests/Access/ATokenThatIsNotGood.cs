using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using Ombud.Api.Access;

namespace Ombud.Api.Tests.Access;

/// <summary>What RFC 8725 warns of: each is the good token but for one thing.</summary>
public sealed class ATokenThatIsNotGood(GuardedApi api) : IClassFixture<GuardedApi>
{
    private static JsonObject Good => Issuer.Claims(Scopes.FiguresRead);

    [Fact]
    public async Task is_what_the_others_are_held_against()
    {
        (await api.AskAsync(api.Issuer.Token(Good))).ShouldBe(200);
        (await api.AskAsync(api.Issuer.Token(Good, api.Issuer.Ec, SecurityAlgorithms.EcdsaSha256))).ShouldBe(200);
        (await api.AskAsync(api.Issuer.Token(Good, algorithm: SecurityAlgorithms.RsaSsaPssSha256))).ShouldBe(200);
        // Maskinporten's have no typ.
        (await api.AskAsync(api.Issuer.Token(Good, header: new() { ["alg"] = "RS256", ["kid"] = "rsa-1" }))).ShouldBe(200);
    }

    [Theory]
    [InlineData("exp", -2, "expired")]
    [InlineData("nbf", 5, "not valid yet")]
    public async Task is_outside_its_time(string claim, int minutes, string says)
    {
        var claims = Good;
        claims[claim] = Issuer.In(minutes);
        await IsRefusedAsync(api.Issuer.Token(claims), says);
    }

    [Theory]
    [InlineData("aud", "https://other.example", "somebody else")]
    [InlineData("aud", "https://ombud.example/", "somebody else")]
    [InlineData("aud", null, "somebody else")]
    [InlineData("iss", "https://issuer.example", "another issuer")]
    [InlineData("iss", null, "another issuer")]
    [InlineData("exp", null, "never expires")]
    [InlineData("client_id", null, "whose it is")]
    [InlineData("client_id", "a\u0000b", "whose it is")]
    public async Task says_what_is_not_so(string claim, string? value, string says)
    {
        var claims = Good;
        claims.Remove(claim);
        if (value is not null)
            claims[claim] = value;
        await IsRefusedAsync(api.Issuer.Token(claims), says);
    }

    [Fact]
    public async Task is_signed_by_somebody_else()
    {
        using var other = new Issuer();
        await IsRefusedAsync(other.Token(Good), "not valid");
        await IsRefusedAsync(api.Issuer.Token(Good, header: new() { ["alg"] = "RS256", ["kid"] = "rsa-2" }), "not valid");
        await IsRefusedAsync(api.Issuer.Token(Good, header: new() { ["alg"] = "RS256" }), "not valid");
        // The key of another kind of signature.
        await IsRefusedAsync(api.Issuer.Token(Good, header: new() { ["alg"] = "RS256", ["kid"] = "ec-1" }), "not valid");
    }

    [Fact]
    public async Task is_changed_after_it_was_signed()
    {
        var parts = api.Issuer.Token(Good).Split('.');
        await IsRefusedAsync($"{parts[0]}.{Issuer.Encoded(Issuer.Claims(Scopes.Admin))}.{parts[2]}", "not valid");
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("nOnE")]
    public async Task is_not_signed_at_all(string none)
    {
        var text = $"{Issuer.Encoded(new() { ["alg"] = none, ["kid"] = "rsa-1", ["typ"] = "at+jwt" })}.{Issuer.Encoded(Good)}";
        await IsRefusedAsync($"{text}.", "not valid");
        await IsRefusedAsync($"{text}.{api.Issuer.Token(Good).Split('.')[2]}", "not valid");
    }

    [Fact]
    public async Task is_signed_with_the_public_key_as_a_shared_secret() =>
        await IsRefusedAsync(
            Issuer.SignedWith(
                Good,
                new()
                {
                    ["alg"] = "HS256",
                    ["kid"] = "rsa-1",
                    ["typ"] = "at+jwt",
                },
                new SymmetricSecurityKey(api.Issuer.RsaPublicKey),
                SecurityAlgorithms.HmacSha256
            ),
            "not valid"
        );

    [Fact]
    public async Task brings_its_own_key()
    {
        using var other = new Issuer();
        var key = JsonNode.Parse(await File.ReadAllTextAsync(other.JwksFile, OmbudApi.Cancel))!["keys"]![0]!.DeepClone();
        await IsRefusedAsync(
            other.Token(
                Good,
                header: new()
                {
                    ["alg"] = "RS256",
                    ["kid"] = "rsa-1",
                    ["jwk"] = key,
                }
            ),
            "not valid"
        );
    }

    [Theory]
    [InlineData("typ", "logout+jwt")]
    [InlineData("typ", "dpop+jwt")]
    [InlineData("crit", "b64")]
    public async Task has_a_header_that_says_it_is_something_else(string name, string value)
    {
        var header = new JsonObject
        {
            ["alg"] = "RS256",
            ["kid"] = "rsa-1",
            ["typ"] = "at+jwt",
        };
        header[name] = name == "crit" ? new JsonArray(value) : value;
        await IsRefusedAsync(api.Issuer.Token(Good, header: header), "The token");
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("a.b.c")]
    [InlineData("....")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9..")]
    [InlineData("ombud_")]
    [InlineData("ombud_0123456789abcdef_short")]
    [InlineData("æøå")]
    public async Task is_none(string text) => await IsRefusedAsync(text, "");

    [Fact]
    public async Task is_larger_than_any()
    {
        var claims = Good;
        claims["padding"] = new string('x', 100_000);
        (await api.AskAsync(api.Issuer.Token(claims))).ShouldBeProblem(431, "headers-too-large");
    }

    private async Task IsRefusedAsync(string bearer, string says)
    {
        var answer = (await api.AskAsync(bearer)).ShouldBeProblem(401, "unauthenticated");
        ((string?)answer.Json["detail"]).ShouldNotBeNull().ShouldContain(says);
        answer.Header("WWW-Authenticate").ShouldNotBeNull().ShouldStartWith("Bearer realm=\"ombud\"");
        if (bearer.Length > 0)
            answer.Header("WWW-Authenticate").ShouldNotBeNull().ShouldContain("error=\"invalid_token\"");
    }
}
