using Microsoft.AspNetCore.Hosting;
using Ombud.Api.Tests.Access;

namespace Ombud.Api.Tests.Telemetry;

public sealed class AskingForMeasurements(AskingForMeasurements.Api api) : IClassFixture<AskingForMeasurements.Api>
{
    [Fact]
    public async Task needs_the_scope_of_whoever_watches_the_program()
    {
        (await api.AskAsync(null, "/metrics")).ShouldBeProblem(401, "unauthenticated");
        (await api.AskAsync(await api.KeyAsync("drammen", "admin"), "/metrics")).ShouldBeProblem(403, "scope-missing");
        (await api.AskAsync(await api.KeyAsync("drammen", "metrics:read"), "/metrics")).ShouldBe(200).ContentType.ShouldBe("text/plain");
    }

    public sealed class Api : GuardedApi
    {
        protected override void Configure(IWebHostBuilder host)
        {
            base.Configure(host);
            host.UseSetting("Ombud:Telemetry:Prometheus", "true");
        }
    }
}
