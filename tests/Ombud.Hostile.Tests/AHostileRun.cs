using Ombud.Hostile.Tests.Run;
using Xunit.Sdk;
using Xunit.v3;

// Each run has the machine to itself, so that what is slow is the server.
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace Ombud.Hostile.Tests;

/// <summary>
/// A third of the run comes from this machine, where everything is allowed, so that the rules behind the access checks are reached.
/// </summary>
public sealed class AHostileRunOnADevelopersMachine(DevelopersApi api, ITestOutputHelper output) : IClassFixture<DevelopersApi>
{
    [Fact]
    public async Task breaks_nothing() => await new Campaign(api, output, production: false).RunAsync(Campaign.Requests / 3);
}

/// <summary>The rest comes from outside, with keys of all kinds and with none.</summary>
public sealed class AHostileRunInProduction(ProductionApi api, ITestOutputHelper output) : IClassFixture<ProductionApi>
{
    [Fact]
    public async Task breaks_nothing_and_opens_nothing() =>
        await new Campaign(api, output, production: true).RunAsync(Campaign.Requests - (Campaign.Requests / 3));
}
