using Microsoft.Extensions.Configuration;
using Ombud.Api.Access;
using Ombud.Api.Access.Tokens;
using Ombud.Api.Settings;

namespace Ombud.Api.Tests.Access;

/// <summary>Nonsense stops the start with one line that says what to give.</summary>
public sealed class SettingWhoMay
{
    private const string Good = "Issuer=https://issuer.example;Audience=ombud;JwksFile=keys.json";

    [Theory]
    [InlineData("")]
    [InlineData(Good)]
    [InlineData("Issuer=https://issuer.example;Audience=ombud;Authority=https://issuer.example")]
    [InlineData(
        Good + ";Consumers:964965226=drammen;ScopePrefix=drammen:ombud/;ClockSkewSeconds=0;MunicipalityClaim=kommune;TlsByProxy=true"
    )]
    public void takes_what_makes_sense(string settings) => Read(settings).AcceptsTokens.ShouldBe(settings.Length > 0);

    [Theory]
    [InlineData("Audience=ombud", "without Issuer")]
    [InlineData("Issuer=;Audience=ombud", "Issuer is empty")]
    [InlineData("Issuer=https://issuer.example;JwksFile=keys.json", "Audience is missing")]
    [InlineData("Issuer=https://issuer.example;Audience=ombud", "either JwksFile or Authority")]
    [InlineData(Good + ";Authority=https://issuer.example", "either JwksFile or Authority")]
    [InlineData("Issuer=https://issuer.example;Audience=ombud;Authority=http://issuer.example", "https address")]
    [InlineData(Good + ";ClockSkewSeconds=-1", "0 to 300")]
    [InlineData(Good + ";ClockSkewSeconds=3000", "0 to 300")]
    [InlineData(Good + ";ClockSkewSeconds=soon", "soon")]
    [InlineData(Good + ";MunicipalityClaim=", "MunicipalityClaim")]
    [InlineData(Good + ";Consumers:12=drammen", "no organisation number")]
    [InlineData("Consumers:964965226=Drammen!", "no code")]
    [InlineData(Good + ";Audiense=x", "Audiense")]
    public void refuses_what_makes_none(string settings, string says) =>
        Should.Throw<SettingsException>(() => Read(settings)).Message.ShouldContain(says);

    [Theory]
    [InlineData("not json", "cannot be used")]
    [InlineData("""{"keys":[]}""", "no keys")]
    [InlineData("""{"keys":[{"kty":"oct","kid":"a","k":"c2VjcmV0"}]}""", "oct")]
    [InlineData("""{"keys":[{"kty":"RSA","n":"AQAB","e":"AQAB"}]}""", "no kid")]
    [InlineData("""{"keys":[{"kty":"RSA","kid":"a","n":"AQAB","e":"AQAB"}]}""", "2048")]
    [InlineData("""{"keys":[{"kty":"EC","kid":"a","crv":"P-256","x":"AQAB","y":"AQAB","d":"AQAB"}]}""", "private")]
    public async Task refuses_a_file_without_fit_keys(string jwks, string says)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var file = Path.Combine(folder.FullName, "keys.json");
            await File.WriteAllTextAsync(file, jwks, OmbudApi.Cancel);
            var message = Should.Throw<SettingsException>(() => new IssuerKeys(file)).Message;
            message.ShouldContain(says);
            message.ShouldStartWith("Ombud:Access:JwksFile: keys.json cannot be used");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void refuses_a_file_that_is_not_there() =>
        Should.Throw<SettingsException>(() => new IssuerKeys("nowhere.json")).Message.ShouldContain("nowhere.json");

    private static AccessSettings Read(string settings) =>
        AccessSettings.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    settings
                        .Split(';', StringSplitOptions.RemoveEmptyEntries)
                        .Select(each => each.Split('=', 2))
                        .Select(pair => KeyValuePair.Create($"Ombud:Access:{pair[0]}", (string?)pair[1]))
                )
                .Build()
        );
}
