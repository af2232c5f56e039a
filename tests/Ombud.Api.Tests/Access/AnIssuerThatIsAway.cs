using Microsoft.AspNetCore.Hosting;
using Ombud.Api.Access;

namespace Ombud.Api.Tests.Access;

/// <summary>
/// Its metadata cannot be read: nothing can be said of a token, so it is neither taken nor called wrong. Keys open as ever.
/// </summary>
public sealed class AnIssuerThatIsAway(AnIssuerThatIsAway.Api api) : IClassFixture<AnIssuerThatIsAway.Api>
{
    [Fact]
    public async Task is_no_fault_of_the_token()
    {
        (await api.AskAsync(api.Issuer.Token(Issuer.Claims(Scopes.FiguresRead)))).ShouldBeProblem(503, "issuer-unavailable");
        (await api.AskAsync(await api.KeyAsync("drammen", Scopes.FiguresRead))).ShouldBe(200);
    }

    public sealed class Api : GuardedApi
    {
        protected override void Configure(IWebHostBuilder host) =>
            host.UseEnvironment("Production")
                .UseSetting("Ombud:Access:Issuer", Access.Issuer.Name)
                .UseSetting("Ombud:Access:Audience", Access.Issuer.Audience)
                .UseSetting("Ombud:Access:Authority", "https://127.0.0.1:1");
    }
}
