using Ombud.Api.Access.Keys;

namespace Ombud.Api.Tests.Access;

/// <summary>In development, from this machine.</summary>
public sealed class TheLocalDeveloper(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Theory]
    [InlineData("drammen")]
    [InlineData("ringsted")]
    public async Task may_everything_for_any_municipality(string municipality) =>
        ((string?)(await api.GetAsync("/v1/municipality", municipality)).ShouldBe(200).Json["code"]).ShouldBe(municipality);

    [Theory]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.e30.")]
    [InlineData("Bearer ")]
    [InlineData("Basic b21idWQ6b21idWQ=")]
    public async Task is_judged_by_a_proof_that_is_sent(string proof) => await IsRefusedAsync("Authorization", proof);

    [Fact]
    public async Task is_judged_by_a_key_that_is_sent() => await IsRefusedAsync("Authorization", $"Bearer {KeyText.New()}");

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Host", "rebound.example")]
    [InlineData("X-Forwarded-For", "192.0.2.7")]
    public async Task is_not_anyone_else_who_reaches_this_machine(string header, string value) => await IsRefusedAsync(header, value);

    [Fact]
    public async Task sends_no_body_without_saying_what_it_is()
    {
        using var body = new ByteArrayContent("""{"receivedOn":"2023-03-06"}"""u8.ToArray());
        (await api.SendAsync(HttpMethod.Post, "/v1/cases", body, "drammen", null)).ShouldBeProblem(415, "unsupported-media-type");
    }

    private async Task IsRefusedAsync(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/municipality");
        request.Headers.TryAddWithoutValidation(header, value);
        (await Answer.OfAsync(await api.Http.SendAsync(request, OmbudApi.Cancel), OmbudApi.Cancel)).ShouldBeProblem(401, "unauthenticated");
    }
}
