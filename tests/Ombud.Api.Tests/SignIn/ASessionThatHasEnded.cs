namespace Ombud.Api.Tests.SignIn;

/// <summary>After some minutes the provider is asked again.</summary>
public sealed class ASessionThatHasEnded(SignInApi api) : IClassFixture<SignInApi>
{
    [Fact]
    public async Task goes_on_unnoticed_while_the_provider_knows_the_person_and_comes_back_to_the_page()
    {
        var browser = await api.SignedInAsync("kari", "ombud-case-work");
        api.Later(minutes: 16);
        (await browser.AskAsync("/reports")).Status.ShouldBe(401);
        var page = await browser.OpenAsync("/reports?asOf=2023-06-13");
        (page.Status, page.Address.PathAndQuery).ShouldBe((200, "/reports?asOf=2023-06-13"));
    }

    [Fact]
    public async Task gives_nothing_more_to_whoever_has_lost_their_role()
    {
        var browser = await api.SignedInAsync("ola", "ombud-case-work");
        api.Provider.Know(("ola", "Ola Nordmann", ["ombud-figures"]));
        (await browser.OpenAsync("/deadlines")).Status.ShouldBe(200);
        api.Later(minutes: 16);
        (await browser.OpenAsync("/deadlines")).Status.ShouldBe(403);
        api.Provider.Know(("ola", "Ola Nordmann", []));
        api.Later(minutes: 16);
        (await browser.OpenAsync("/deadlines")).Text.ShouldContain("Du har ingen rolle her");
    }
}
