using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Ombud.Api.Access;
using Ombud.Api.Access.Tokens;

namespace Ombud.Api.Tests.Access;

/// <summary>What a good token says of its caller.</summary>
public sealed class ATokenOfACaller(GuardedApi api) : IClassFixture<GuardedApi>
{
    private const string Maskinporten = """{"authority":"iso6523-actorid-upis","ID":"0192:964965226"}""";

    [Theory]
    [InlineData("scope", "\"figures:read other:read cases:read\"", "cases:read figures:read")]
    [InlineData("scp", "\"figures:read\"", "figures:read")]
    [InlineData("scp", "[\"figures:read\",\"audit:read\"]", "audit:read figures:read")]
    [InlineData("roles", "[\"publication\",\"boss\"]", "figures:read reports:publish reports:write")]
    [InlineData("roles", "\"personal_data\"", "cases:read cases:write figures:read personal:read reports:write")]
    [InlineData("scope", "\"FIGURES:READ\"", "")]
    [InlineData("scope", "7", "")]
    public void may_what_its_scopes_and_roles_say(string claim, string value, string expected)
    {
        var claims = Issuer.Claims("");
        claims[claim] = JsonNode.Parse(value);
        string.Join(' ', Of(claims).Scopes.Order(StringComparer.Ordinal)).ShouldBe(expected);
    }

    [Fact]
    public void may_use_only_what_has_the_prefix_when_there_is_one()
    {
        var settings = new AccessSettings { ScopePrefix = "drammen:ombud/" };
        Of(Issuer.Claims("drammen:ombud/cases.read figures:read other:ombud/admin"), settings).Scopes.ShouldBe([Scopes.CasesRead]);
    }

    [Theory]
    [InlineData(Maskinporten, "drammen")]
    [InlineData("""{"authority":"iso6523-actorid-upis","ID":"0192:111111111"}""", "")]
    [InlineData("""{"authority":"another","ID":"0192:964965226"}""", "")]
    [InlineData("""{"authority":"iso6523-actorid-upis","ID":"9999:964965226"}""", "")]
    [InlineData("\"0192:964965226\"", "")]
    public void acts_for_the_municipality_of_its_organisation(string consumer, string municipality)
    {
        var claims = Issuer.Claims("", municipality: null);
        claims["consumer"] = JsonNode.Parse(consumer);
        string.Join(' ', Of(claims, new() { Consumers = { ["964965226"] = "drammen" } }).Municipalities!).ShouldBe(municipality);
    }

    [Fact]
    public void is_named_by_what_proved_it_so_that_it_passes_for_nobody_else()
    {
        var claims = Issuer.Claims("");
        claims["sub"] = "local-developer";
        Of(claims).By.ShouldBe("token:local-developer");
        claims["consumer"] = JsonNode.Parse(Maskinporten);
        Of(claims).By.ShouldBe("token:local-developer@0192:964965226");
    }

    [Fact]
    public async Task that_acts_for_a_person_names_both()
    {
        var claims = Issuer.Claims("cases:read cases:write");
        (claims["sub"], claims["act"]) = ("user-12", new JsonObject { ["sub"] = "records" });
        var token = api.Issuer.Token(claims);
        var address = (
            await api.AskAsync(
                token,
                "/v1/cases",
                HttpMethod.Post,
                new StringContent("""{"receivedOn":"2023-03-06"}""", null, "application/json")
            )
        )
            .ShouldBe(201)
            .Header("Location")!;
        var entry = (await api.AskAsync(token, $"{address}/history")).ShouldBe(200).Json["items"]![0]!;
        ((string?)entry["by"], (string?)entry["onBehalfOf"]).ShouldBe(("token:records", "user-12"));
        (await api.AskAsync(token, $"{address}/history", headers: ("Ombud-On-Behalf-Of", "user-13")))
            .ShouldBeProblem(400, "invalid-input")
            .Fields.ShouldBe(["Ombud-On-Behalf-Of"]);
    }

    [Fact]
    public async Task that_acts_for_no_municipality_is_let_in_nowhere() =>
        (await api.AskAsync(api.Issuer.Token(Issuer.Claims(Scopes.FiguresRead, municipality: null)))).ShouldBeProblem(
            403,
            "no-municipality"
        );

    [Fact]
    public async Task that_acts_for_several_must_say_which()
    {
        var claims = Issuer.Claims(Scopes.FiguresRead);
        claims["municipality"] = new JsonArray("drammen", "ringsted");
        var token = api.Issuer.Token(claims);
        (await api.AskAsync(token)).ShouldBeProblem(400, "invalid-input").Fields.ShouldBe(["Ombud-Municipality"]);
        ((string?)(await api.AskAsync(token, headers: ("Ombud-Municipality", "ringsted"))).ShouldBe(200).Json["code"]).ShouldBe("ringsted");
        (await api.AskAsync(token, headers: ("Ombud-Municipality", "atlantis"))).ShouldBeProblem(404, "not-found");
    }

    private CallerIdentity Of(JsonObject claims, AccessSettings? settings = null) =>
        TokenIdentity.Of(new JsonWebToken(api.Issuer.Token(claims)), settings ?? new()).ShouldNotBeNull();
}
