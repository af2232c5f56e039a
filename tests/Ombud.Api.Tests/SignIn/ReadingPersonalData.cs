using Ombud.Api.Access;

namespace Ombud.Api.Tests.SignIn;

/// <summary>What is written of a person, in a page.</summary>
public sealed class ReadingPersonalData(SignInApi api) : IClassFixture<SignInApi>
{
    [Fact]
    public async Task asks_what_for_and_is_recorded_with_it()
    {
        var @case = await CaseAsync();
        var browser = await api.SignedInAsync("kari", "ombud-personal-data");
        var page = await browser.OpenAsync($"/cases/{@case}/personal-data");
        page.Text.ShouldContain("Hva skal opplysningene brukes til?");
        page.Text.ShouldNotContain("She waits for a flat.");
        (await ReadingsAsync(@case)).ShouldBeEmpty();
        page = await browser.SubmitAsync(page, ("purpose", "case_handling"));
        page.Status.ShouldBe(200);
        page.Text.ShouldContain("She waits for a flat.");
        (await ReadingsAsync(@case)).ShouldBe(["person:kari case_handling"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("curiosity")]
    public async Task without_a_purpose_shows_nothing_and_says_so(string purpose)
    {
        var @case = await CaseAsync();
        var browser = await api.SignedInAsync("kari", "ombud-personal-data");
        var page = await browser.SubmitAsync(await browser.OpenAsync($"/cases/{@case}/personal-data"), ("purpose", purpose));
        page.Status.ShouldBe(400);
        page.Text.ShouldNotContain("She waits for a flat.");
        (await ReadingsAsync(@case)).ShouldBeEmpty();
    }

    [Fact]
    public async Task is_not_done_by_a_form_of_another_site()
    {
        var @case = await CaseAsync();
        var browser = await api.SignedInAsync("kari", "ombud-personal-data");
        using var forged = new FormUrlEncodedContent([new("purpose", "case_handling")]);
        (await browser.AskAsync($"/cases/{@case}/personal-data", forged)).Status.ShouldBe(400);
        (await ReadingsAsync(@case)).ShouldBeEmpty();
    }

    [Fact]
    public async Task needs_the_role()
    {
        var browser = await api.SignedInAsync("ola", "ombud-case-work");
        (await browser.OpenAsync($"/cases/{await CaseAsync()}/personal-data")).Status.ShouldBe(403);
    }

    private async Task<string> CaseAsync()
    {
        using var inquiry = new StringContent(
            """{"receivedOn":"2023-03-06","summary":"She waits for a flat."}""",
            System.Text.Encoding.UTF8,
            "application/json"
        );
        var key = await api.KeyAsync("drammen", Scopes.CasesWrite);
        return (string)(await api.AskAsync(key, "/v1/cases", HttpMethod.Post, inquiry)).ShouldBe(201).Json["id"]!;
    }

    private async Task<List<string>> ReadingsAsync(string @case) =>
        [
            .. (await api.AskAsync(await api.KeyAsync("drammen", Scopes.AuditRead), $"/v1/audit/personal-data-readings?caseId={@case}"))
                .ShouldBe(200)
                .Json["items"]!
                .AsArray()
                .Select(reading => $"{reading!["by"]} {reading["purpose"]}"),
        ];
}
