namespace Ombud.Api.Tests.Acceptance;

/// <summary>What was missed was missed: after the end a deadline is neither extended, paused nor waived.</summary>
public sealed class S29_AfterTheEnd(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Fact]
    public async Task a_waiver_is_refused_as_an_extension_is_and_the_day_before_it_is_not()
    {
        var address = await api.ReceiveAsync(new { receivedOn = "2023-05-02", number = "S29-1" });
        var asked = await api.DoAsync(
            $"{address}/response-requests",
            new
            {
                unit = "schools",
                requestedOn = "2023-05-05",
                rules = new[] { "ombud.request" },
                dueOn = "2023-05-31",
            }
        );
        var request = $"{address}/response-requests/{asked["responseRequests"]![0]!["id"]}";

        foreach (
            var (path, body) in new (string, object)[]
            {
                ("waiver", new { reason = "Settled", waivedOn = "2023-06-01" }),
                (
                    "extension",
                    new
                    {
                        reason = "Illness",
                        extendedTo = "2023-07-03",
                        extendedOn = "2023-06-01",
                    }
                ),
                ("suspension", new { reason = "awaiting_other_body", suspendedOn = "2023-06-01" }),
            }
        )
            ((string?)(await api.PostAsync($"{request}/{path}", body)).ShouldBe(409).Json["type"]).ShouldEndWith("deadline-has-ended");
        await api.DoAsync($"{request}/waiver", new { reason = "Settled", waivedOn = "2023-05-31" });
    }

    [Fact]
    public async Task what_ends_on_the_periods_last_day_unmet_is_a_breach_once_that_day_is_over()
    {
        await api.RecordAllAsync(
            "drammen",
            Deadlines.Request(
                "S29-2",
                "5a290000-0000-4000-8000-000000000002",
                "2022-11-30",
                "\"unit\":\"schools\",\"rules\":[\"NO.fvl.11a.preliminary-reply\"]"
            )
        );
        // A month from 30 November is 30 December, a Friday.
        async Task<(int None, int Pending)> StandsAsync(string to, string asOf)
        {
            var deadlines = (await api.ReportAsync(asOf, "2022-09-01", to))["responseTime"]!["deadlines"]!;
            return ((int)deadlines["none"]!, (int)deadlines["pending"]!);
        }
        (await StandsAsync("2022-12-30", "2022-12-30T12:00:00Z")).ShouldBe((0, 1));
        (await StandsAsync("2022-12-30", "2022-12-31T12:00:00Z")).ShouldBe((1, 0));
        (await StandsAsync("2022-12-29", "2022-12-31T12:00:00Z")).ShouldBe((0, 1));
    }
}
