namespace Ombud.Api.Tests.Tenancy;

public sealed class TwoMunicipalitiesInTurn(OmbudApi api) : IClassFixture<OmbudApi>
{
    private static readonly object Inquiry = new
    {
        receivedOn = "2023-06-12",
        withinMandate = true,
        requiresResponse = true,
        serviceArea = "health",
        matters = new[] { "late_or_no_reply" },
    };

    [Fact]
    public async Task see_what_is_theirs()
    {
        for (var n = 1; n < 4; n++)
            foreach (var municipality in new[] { "drammen", "ringsted" })
            {
                var address = await api.ReceiveAsync(Inquiry, municipality);
                (await api.GetAsync(address, municipality)).ShouldBe(200);
                (await api.GetAsync(address, municipality == "drammen" ? "ringsted" : "drammen")).ShouldBe(404);
                (await api.GetAsync("/v1/cases", municipality)).ShouldBe(200).Json["items"]!.AsArray().Count.ShouldBe(n);
            }
    }
}
