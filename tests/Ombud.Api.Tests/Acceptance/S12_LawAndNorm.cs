namespace Ombud.Api.Tests.Acceptance;

/// <summary>
/// An individual decision is under the statute; in other matters the same month is a norm, and missing it no breach of law.
/// </summary>
public sealed class S12_LawAndNorm(OmbudApi api) : IClassFixture<OmbudApi>
{
    private const string AsOf = "2023-06-13T13:00:00Z";

    [Fact]
    public async Task both_have_the_same_date_and_only_one_can_be_breached()
    {
        await api.RecordAllAsync(
            "drammen",
            Deadlines.Request(
                "S12-1",
                Guid.NewGuid().ToString(),
                "2023-03-01",
                "\"unit\":\"building_office\",\"rules\":[\"NO.fvl.11a.preliminary-reply\"]"
            )
        );
        await api.RecordAllAsync(
            "drammen",
            Deadlines.Request(
                "S12-2",
                Guid.NewGuid().ToString(),
                "2023-03-01",
                "\"unit\":\"schools\",\"rules\":[\"NO.fvl.11a.preliminary-reply.norm\"]"
            )
        );

        var board = await api.BoardAsync($"asOf={AsOf}");
        ((string?)board.Case("S12-1")["kind"], (string?)board.Case("S12-1")["dueOn"]).ShouldBe(("statutory", "2023-04-03"));
        ((string?)board.Case("S12-2")["kind"], (string?)board.Case("S12-2")["dueOn"]).ShouldBe(("guidance_norm", "2023-04-03"));

        var times = (await api.ReportAsync(asOf: AsOf))["responseTime"]!;
        ((int)times["breaches"]!, (int)times["deadlines"]!["none"]!).ShouldBe((1, 2));
        times["byRule"]!
            .AsArray()
            .Select(rule => ((string?)rule!["rule"], (int?)rule["breaches"]))
            .ShouldBe([("NO.fvl.11a.preliminary-reply", 1), ("NO.fvl.11a.preliminary-reply.norm", null)]);
    }
}
