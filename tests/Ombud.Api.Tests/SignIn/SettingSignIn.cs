using Microsoft.Extensions.Configuration;
using Ombud.Api.Access;
using Ombud.Api.Settings;

namespace Ombud.Api.Tests.SignIn;

/// <summary>Nonsense stops the start with one line that says what to give.</summary>
public sealed class SettingSignIn
{
    private const string Good =
        "Authority=https://login.example;ClientId=ombud;Address=https://ombud.example;Grants:0:Value=staff;Grants:0:Roles:0=figures";

    [Theory]
    [InlineData(Good)]
    [InlineData(Good + ";ClientSecret=x;Scopes:0=groups;AcrValues=high;IdClaim=oid;NameClaim=sub;SessionMinutes=60")]
    [InlineData(Good + ";Grants:0:Claim=roles;Grants:0:Municipality=drammen;Grants:0:Roles:1=case_work")]
    public void takes_what_makes_sense(string settings) => Read(settings).SignIn.ShouldNotBeNull();

    [Theory]
    [InlineData("ClientId=ombud", "SignIn:Authority")]
    [InlineData(Good + ";Authority=http://login.example", "SignIn:Authority")]
    [InlineData(Good + ";Address=ombud.example", "SignIn:Address")]
    [InlineData(Good + ";ClientId=", "SignIn:ClientId")]
    [InlineData(Good + ";ClientSecret=x;ClientSecretFile=y", "not both")]
    [InlineData(Good + ";SessionMinutes=0", "1 to 60")]
    [InlineData(Good + ";SessionMinutes=61", "1 to 60")]
    [InlineData(Good + ";IdClaim=", "SignIn:IdClaim")]
    [InlineData("Authority=https://login.example;ClientId=ombud;Address=https://ombud.example", "SignIn:Grants is empty")]
    [InlineData(Good + ";Grants:0:Value=", "each needs Value")]
    [InlineData(Good + ";Grants:1:Value=others", "others has no Roles")]
    [InlineData(Good + ";Grants:0:Roles:0=king", "the role king")]
    [InlineData(Good + ";Grants:0:Municipality=Drammen!", "no code")]
    [InlineData(Good + ";Clientid2=x", "Clientid2")]
    public void refuses_what_makes_none(string settings, string says) =>
        Should.Throw<SettingsException>(() => Read(settings)).Message.ShouldContain(says);

    private static AccessSettings Read(string settings) =>
        AccessSettings.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    settings
                        .Split(';')
                        .Select(each => each.Split('=', 2))
                        .GroupBy(each => each[0])
                        .Select(each => KeyValuePair.Create($"Ombud:Access:SignIn:{each.Key}", (string?)each.Last()[1]))
                )
                .Build()
        );
}
