using Ombud.Api.Tests.Access;

namespace Ombud.Api.Tests.Http;

public sealed class HeadersOfEveryAnswer(GuardedApi api) : IClassFixture<GuardedApi>
{
    [Theory]
    [InlineData("/v1/cases", 200)]
    [InlineData("/v1/cases/none", 404)]
    [InlineData("/v1/cases?limit=x", 400)]
    [InlineData("/v1/people/0197a3c4-5f00-7000-8000-00000000ffff", 404)]
    [InlineData("/v1/audit/seals", 403)]
    [InlineData("/reports", 200)]
    [InlineData("/problems/too-many-requests", 200)]
    [InlineData("/nowhere", 404)]
    [InlineData("/health/live", 200)]
    public async Task keep_it_out_of_caches_frames_and_other_sites(string address, int status) =>
        ShouldBeSafe((await api.AskAsync(await api.KeyAsync("drammen", "figures:read", "cases:read"), address)).ShouldBe(status));

    [Fact]
    public async Task are_there_for_anonymous_callers_too() => ShouldBeSafe((await api.AskAsync(null)).ShouldBe(401));

    [Fact]
    public async Task let_a_page_have_its_own_style_and_nothing_else()
    {
        var policy = (await api.AskAsync(await api.KeyAsync("drammen", "figures:read"), "/problems/case-is-closed"))
            .ShouldBe(200)
            .Header("Content-Security-Policy")!;
        policy.ShouldStartWith("default-src 'none'; style-src 'sha256-");
        policy.ShouldNotContain("unsafe");
    }

    private static void ShouldBeSafe(Answer answer)
    {
        answer.Header("X-Content-Type-Options").ShouldBe("nosniff");
        answer.Header("X-Frame-Options").ShouldBe("DENY");
        answer.Header("Content-Security-Policy")!.ShouldContain("default-src 'none'");
        answer.Header("Content-Security-Policy")!.ShouldContain("frame-ancestors 'none'");
        answer.Header("Referrer-Policy").ShouldBe("no-referrer");
        answer.Header("Cross-Origin-Resource-Policy").ShouldBe("same-origin");
        answer.Header("Cache-Control")!.ShouldContain("no-store");
        answer.Header("Strict-Transport-Security").ShouldBe("max-age=31536000; includeSubDomains");
        answer.Header("API-Version").ShouldNotBeNull();
        answer.Header("Server").ShouldBeNull();
        answer.Header("X-Powered-By").ShouldBeNull();
    }
}
