using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Ombud.Api.Deadlines.Monitoring;

namespace Ombud.Api.Tests.Acceptance;

/// <summary>
/// On 28 February 2023 the Folketing abolished Store Bededag from 2024: what was communicated is kept beside what follows now.
/// </summary>
public sealed class S19_CalendarChange(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    private const string Before = "2023-02-01";

    public async ValueTask InitializeAsync()
    {
        var configuration = (await api.GetAsync("/v1/municipality", "ringsted")).Json;
        if (configuration["deadlineRules"]!.AsArray().Count > 0)
            return;
        // Fifteen months from 26 January 2023 are 26 April 2024, which was to be Store Bededag.
        var file = OmbudApi.Configuration("ringsted");
        file.Remove("code");
        file["deadlineRules"] = JsonNode.Parse(
            """
            [{"id":"ringsted.review","version":1,"kind":"local_target","term":"P15M","start":"receipt","timeliness":"received",
              "movedBy":["holiday"],"inForceFrom":"2018-08-01","nb":"Gjennomgang","da":"Gennemgang","en":"Review",
                  "law":"Byrådets beslutning"}]
            """
        );
        (
            await api.SendAsync(
                HttpMethod.Put,
                "/v1/municipality",
                new StringContent(file.ToJsonString(), Encoding.UTF8, "application/json"),
                "ringsted",
                null
            )
        ).ShouldBe(200);
        // In one go: what waits is recomputed by the deadline monitor as soon as it is there.
        await api.RecordAllAsync(
            "ringsted",
            [
                .. new[] { "S19-1", "S19-2" }.SelectMany(number =>
                    Deadlines.Request(
                        number,
                        RequestOf(number),
                        Before,
                        "\"unit\":\"authority_unit\",\"rules\":[\"ringsted.review\"],\"startsOn\":\"2023-01-26\""
                    )
                ),
                $$"""{"command":"recompute_deadline","case":"S19-1","requestId":"{{RequestOf("S19-1")}}","""
                    + """ "recordedAt":"2023-02-28T12:00:00Z"}""",
            ]
        );
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task the_calculator_knows_what_was_known()
    {
        (await api.CalculateAsync("rule=DK.appeal.4w&start=2024-03-29&asOf=2023-02-01T12:00:00Z", "ringsted"))
            .Dates()
            .ShouldBe(("2024-04-26", "2024-04-29"));
        (await api.CalculateAsync("rule=DK.appeal.4w&start=2024-03-29&asOf=2023-02-28T12:00:00Z", "ringsted"))
            .Dates()
            .ShouldBe(("2024-04-26", "2024-04-26"));
    }

    [Fact]
    public async Task as_of_a_moment_before_only_the_communicated_date_is_known()
    {
        var item = (await api.BoardAsync("asOf=2023-02-15T12:00:00Z", "ringsted")).Case("S19-1");
        (item.Dates(), (string?)item["communicatedDueOn"], (string?)item["recomputed"]).ShouldBe(
            (("2024-04-26", "2024-04-29"), "2024-04-29", null)
        );
    }

    [Fact]
    public async Task afterwards_both_dates_and_the_reason_are_kept_and_nobody_is_late_before_the_communicated_day()
    {
        var item = (await api.BoardAsync("asOf=2023-03-01T12:00:00Z", "ringsted")).Case("S19-1");
        (item.Dates(), (string?)item["communicatedDueOn"], (string?)item["recomputed"]).ShouldBe(
            (("2024-04-26", "2024-04-26"), "2024-04-29", "calendar_changed")
        );
        ((string?)item["lateAfter"], (string?)item["endsAt"]).ShouldBe(("2024-04-29", "2024-04-29T22:00:00Z"));
        (await api.BoardAsync("on=2024-04-29&state=due_today&asOf=2024-04-29T10:00:00Z", "ringsted"))
            .Case("S19-1")
            .Standing()
            .ShouldBe(("due_today", 0, 0));
    }

    [Fact]
    public async Task the_watch_recomputes_what_waits_once()
    {
        var sweep = ActivatorUtilities.CreateInstance<RecomputeJob>(api.Services);
        await sweep.RunAsync(OmbudApi.Cancel);
        await sweep.RunAsync(OmbudApi.Cancel);
        var id = await api.IdAsync("S19-2", "ringsted");
        (await api.GetAsync($"/v1/cases/{id}/history", "ringsted")).Json["items"]!
            .AsArray()
            .Count(item => (string?)item!["type"] == "deadline_recomputed")
            .ShouldBe(1);
    }

    private static string RequestOf(string number) => $"5a190000-0000-4000-8000-00000000000{number[^1]}";
}
