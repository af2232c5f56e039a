using System.Text;

namespace Ombud.Api.Tests.SignIn;

/// <summary>What a session can do, what others cannot do with it, and how it ends.</summary>
public sealed class ASession(SignInApi api) : IClassFixture<SignInApi>
{
    [Fact]
    public async Task ends_at_both_ends_when_the_person_signs_out()
    {
        var browser = await api.SignedInAsync("kari", "ombud-case-work");
        var copy = browser.Copy();
        var page = await browser.SubmitAsync(await browser.OpenAsync("/reports"));
        page.Address.Authority.ShouldBe(new Uri(api.Provider.Authority).Authority);
        page = await browser.SubmitAsync(page, ("logout", "yes"));
        page.Address.AbsolutePath.ShouldBe("/signed-out");
        page.Text.ShouldContain("Du er logget ut");
        browser.Cookie("__Host-ombud").ShouldBeNull();
        // Here: also for whoever has a copy of the cookie.
        (await copy.AskAsync("/reports")).Status.ShouldBe(401);
        // There: the provider asks who one is again.
        (await browser.OpenAsync("/reports")).Address.Authority.ShouldBe(new Uri(api.Provider.Authority).Authority);
    }

    [Fact]
    public async Task is_a_new_one_at_every_sign_in_and_the_one_before_ends()
    {
        var browser = await api.SignedInAsync("kari", "ombud-case-work");
        var (before, cookie) = (browser.Copy(), browser.Cookie("__Host-ombud"));
        await browser.OpenAsync("/sign-in");
        browser.Cookie("__Host-ombud").ShouldNotBe(cookie);
        (await browser.AskAsync("/reports")).Status.ShouldBe(200);
        (await before.AskAsync("/reports")).Status.ShouldBe(401);
    }

    [Theory]
    [InlineData("forged")]
    [InlineData("chunks-2")]
    public async Task is_not_what_somebody_else_has_put_into_the_cookie(string planted)
    {
        var browser = api.Browser();
        browser.Cookies[(new Uri(SignInApi.Address).Authority, "__Host-ombud")] = planted;
        (await browser.AskAsync("/reports")).Status.ShouldBe(401);
    }

    [Fact]
    public async Task is_kept_in_no_cache()
    {
        var browser = await api.SignedInAsync("kari", "ombud-case-work");
        foreach (var address in new[] { "/deadlines", "/reports", "/follow-up", "/v1/cases" })
            (await browser.AskAsync(address)).Headers["Cache-Control"].ShouldContain("no-store");
    }

    [Fact]
    public async Task shows_its_pages_in_no_frame()
    {
        var page = await (await api.SignedInAsync("kari", "ombud-case-work")).AskAsync("/deadlines");
        page.Headers["Content-Security-Policy"].ShouldContain("frame-ancestors 'none'");
        page.Headers["X-Frame-Options"].ShouldBe("DENY");
    }

    [Fact]
    public async Task is_not_ended_by_a_form_of_another_site()
    {
        var browser = await api.SignedInAsync("kari", "ombud-case-work");
        using var forged = new FormUrlEncodedContent([new("__RequestVerificationToken", "forged")]);
        var page = await browser.AskAsync("/sign-out", forged);
        page.Status.ShouldBe(400);
        page.Text.ShouldContain("Skjemaet gjelder ikke lenger");
        (await browser.AskAsync("/reports")).Status.ShouldBe(200);
        // Nor by a link.
        (await browser.AskAsync("/sign-out")).Status.ShouldBe(405);
    }

    [Fact]
    public async Task changes_nothing_by_the_api()
    {
        var browser = await api.SignedInAsync("kari", "ombud-case-work");
        using var inquiry = new StringContent("""{"receivedOn":"2023-06-12"}""", Encoding.UTF8, "application/json");
        (await browser.AskAsync("/v1/cases", inquiry)).Status.ShouldBe(401);
        (await browser.AskAsync("/v1/cases?limit=1")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task gives_way_to_a_key_that_is_sent()
    {
        var browser = await api.SignedInAsync("kari", "ombud-case-work");
        (
            await api.AskAsync("ombud_none", "/v1/cases", headers: ("Cookie", $"__Host-ombud={browser.Cookie("__Host-ombud")}"))
        ).ShouldBeProblem(401, "unauthenticated");
    }

    [Fact]
    public async Task is_answered_without_compression()
    {
        var browser = await api.SignedInAsync("kari", "ombud-case-work");
        (await browser.AskAsync("/v1/cases")).Headers.ShouldNotContainKey("Content-Encoding");
    }
}
