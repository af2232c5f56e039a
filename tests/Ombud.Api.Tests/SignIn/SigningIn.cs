using Ombud.Api.Access.SignIn;

namespace Ombud.Api.Tests.SignIn;

/// <summary>A person with a browser, in Production, with the organisation's provider.</summary>
public sealed class SigningIn(SignInApi api) : IClassFixture<SignInApi>
{
    [Fact]
    public async Task leads_to_the_page_that_was_asked_for_and_no_token_is_typed()
    {
        api.Provider.Know(("kari", "Kari Nordmann", ["ombud-case-work"]));
        var browser = api.Browser();
        var page = await browser.SignInAsync("/deadlines?asOf=2023-06-13T15:00", "kari");
        page.Status.ShouldBe(200);
        page.Address.PathAndQuery.ShouldBe("/deadlines?asOf=2023-06-13T15:00");
        page.Text.ShouldContain("Logget inn som Kari Nordmann");
        page.Text.ShouldContain("Svarfrister tirsdag 13. juni 2023");
        // With the code alone in the address, and nothing of the person.
        browser.Visited.ShouldContain(address => address.AbsolutePath == SignInPaths.Callback && address.Query.Contains("code="));
        browser.Visited.ShouldAllBe(address => !address.Query.Contains("id_token"));
    }

    [Fact]
    public async Task is_where_a_browser_without_a_session_is_led_and_another_caller_is_told()
    {
        var page = await api.Browser().AskAsync("/reports?language=da");
        page.Status.ShouldBe(401);
        page.LeadsTo.ShouldBe("/sign-in?returnTo=%2Freports%3Flanguage%3Dda");
        page.Text.ShouldContain("Log ind");
        (await api.AskAsync(null, "/reports")).ShouldBeProblem(401, "unauthenticated");
        (await api.AskAsync(null, "/v1/cases", headers: ("Accept", "application/json"))).ShouldBeProblem(401, "unauthenticated");
    }

    [Fact]
    public async Task gives_a_cookie_of_this_host_alone_that_no_script_reads()
    {
        var browser = await api.SignedInAsync("kari", "ombud-case-work");
        var cookie = browser.SetCookies.Last(line => line.StartsWith("__Host-ombud=", StringComparison.Ordinal));
        foreach (var attribute in new[] { "path=/", "secure", "httponly", "samesite=lax" })
            cookie.ToLowerInvariant().ShouldContain(attribute);
        cookie.ToLowerInvariant().ShouldNotContain("domain=");
        browser.SetCookies.Where(line => line.Contains("ombud", StringComparison.Ordinal)).ShouldAllBe(line => line.Contains("secure"));
    }

    [Fact]
    public async Task gives_what_the_groups_give_for_their_municipality_and_nothing_else()
    {
        var browser = await api.SignedInAsync("ola", "ombud-figures", "another-system");
        (await browser.OpenAsync("/reports")).Text.ShouldContain("Ringsted");
        (await browser.OpenAsync("/deadlines")).Status.ShouldBe(403);
        (await browser.OpenAsync("/deadlines")).Text.ShouldContain("Du har ikke tilgang til dette");
        (await browser.OpenAsync("/reports?municipality=drammen")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task gives_each_role_for_its_own_municipality_alone()
    {
        var browser = await api.SignedInAsync("pia", "ombud-figures", "ombud-case-work");
        (await browser.OpenAsync("/deadlines")).Status.ShouldBe(200);
        (await browser.OpenAsync("/reports?municipality=ringsted")).Status.ShouldBe(200);
        (await browser.OpenAsync("/deadlines?municipality=ringsted")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task without_a_role_here_is_refused_in_words_and_can_be_done_as_somebody_else()
    {
        api.Provider.Know(("per", "Per Nordmann", ["another-system"]));
        var page = await api.Browser().SignInAsync("/reports", "per");
        page.Status.ShouldBe(403);
        page.Text.ShouldContain("Du har ingen rolle her");
        page.Html.ShouldContain("href=\"/sign-in?asSomebody=true\"");
        page.LeadsTo.ShouldBeNull();
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/\tevil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("~/evil")]
    [InlineData("evil")]
    [InlineData("")]
    [InlineData(null)]
    public void leads_to_no_other_host(string? address) => SignInPaths.Local(address).ShouldBe("/");

    [Theory]
    [InlineData("/")]
    [InlineData("/cases/0197a3c4-5f00-7000-8000-000000000001/history?asOf=2023-06-13")]
    public void leads_back_to_an_address_of_its_own(string address) => SignInPaths.Local(address).ShouldBe(address);

    [Fact]
    public async Task comes_back_here_whatever_a_link_says()
    {
        api.Provider.Know(("kari", "Kari Nordmann", ["ombud-case-work"]));
        var page = await api.Browser().SignInAsync("/sign-in?returnTo=https%3A%2F%2Fevil.example%2F", "kari");
        page.Address.ToString().ShouldBe($"{SignInApi.Address}/");
    }

    [Theory]
    [InlineData("/sign-in/callback?code=stolen&state=forged")]
    [InlineData("/sign-in/callback?error=access_denied")]
    [InlineData("/sign-in/callback")]
    public async Task that_was_not_begun_in_this_browser_is_refused_in_words(string address)
    {
        var page = await api.Browser().AskAsync(address);
        page.Status.ShouldBe(400);
        page.Text.ShouldContain("Innloggingen lyktes ikke");
        page.Html.ShouldNotContain("forged");
    }
}
