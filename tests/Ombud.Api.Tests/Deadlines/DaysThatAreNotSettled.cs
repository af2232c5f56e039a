using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Ombud.Api.Deadlines.Monitoring;
using Ombud.Api.Tests.Acceptance;

namespace Ombud.Api.Tests.Deadlines;

/// <summary>
/// Four weeks from 8 May 2023 end on 5 June, Grundlovsdag. No law says whether that day moves the deadline, until the municipality does.
/// </summary>
public sealed class DaysThatAreNotSettled(OmbudApi api) : IClassFixture<OmbudApi>
{
    private const string Appeal = "rule=DK.appeal.4w&start=2023-05-08";

    [Theory]
    [InlineData("nb", "Det er ikke avgjort om 5. juni 2023 (Danmarks grunnlovsdag) flytter fristen: ")]
    [InlineData("da", "Det er ikke afgjort, om 5. juni 2023 (grundlovsdag) flytter fristen: ")]
    [InlineData("en", "It is not settled whether 5 June 2023 (Constitution Day) moves the deadline: ")]
    public async Task give_a_date_that_is_calculated_its_alternatives(string language, string why)
    {
        var answer = await api.CalculateAsync($"{Appeal}&language={language}");
        ((string?)answer["dueOn"], Alternatives(answer)).ShouldBe(("2023-06-05", "2023-06-06"));
        ((string)answer["alternatives"]![0]!["why"]!).ShouldStartWith(why);
        (await api.CalculateAsync("rule=DK.appeal.4w&start=2023-05-09")).AsObject().ContainsKey("alternatives").ShouldBeFalse();
    }

    [Fact]
    public async Task give_the_board_both_dates_until_they_are_settled_and_then_one()
    {
        await api.RecordAllAsync(
            "ringsted",
            [
                .. Acceptance.Deadlines.Request(
                    "OPEN-1",
                    "5a191000-0000-4000-8000-000000000001",
                    "2023-05-08",
                    "\"unit\":\"authority_unit\",\"rules\":[\"DK.appeal.4w\"],\"startsOn\":\"2023-05-08\""
                ),
            ]
        );
        var board = await api.BoardAsync("on=2023-06-06", "ringsted");
        var item = board.Case("OPEN-1");
        // Nobody is in time by what is only perhaps so, nor late.
        (item.Standing(), (string?)item["lateAfter"], Alternatives(item)).ShouldBe((("overdue", 1, 1), "2023-06-05", "2023-06-06"));
        (await PageAsync()).ShouldContain("Eller 6. juni 2023. Det er ikke afgjort, om 5. juni 2023 (grundlovsdag) flytter fristen");

        await SettleAsync(new { day = "constitution_day", moves = true });
        await ActivatorUtilities.CreateInstance<RecomputeJob>(api.Services).RunAsync(OmbudApi.Cancel);
        var settled = (await api.BoardAsync("on=2023-06-06", "ringsted")).Case("OPEN-1");
        ((string?)settled["dueOn"], (string?)settled["communicatedDueOn"], (string?)settled["recomputed"], Alternatives(settled)).ShouldBe(
            ("2023-06-06", "2023-06-05", "calendar_changed", "")
        );
        ((string?)settled["uncertain"]!["what"]).ShouldBe(
            "om fredag efter Kristi himmelfartsdag, juleaftensdag, nytårsaftensdag flytter fristen"
        );
        settled["explanation"]!.ToJsonString().ShouldContain("5. juni 2023 (grundlovsdag)");
        (await PageAsync()).ShouldNotContain("ikke afgjort");
        (await api.CalculateAsync(Appeal, "ringsted")).Dates().ShouldBe(("2023-06-05", "2023-06-06"));

        // As of before, and once it is open again for what was computed meanwhile.
        Alternatives((await api.BoardAsync($"on=2023-06-06&asOf={board["asOf"]}", "ringsted")).Case("OPEN-1")).ShouldBe("2023-06-06");
        Alternatives(await api.CalculateAsync($"{Appeal}&asOf={board["asOf"]}", "ringsted")).ShouldBe("2023-06-06");
        await SettleAsync();
        Alternatives((await api.BoardAsync("on=2023-06-06", "ringsted")).Case("OPEN-1")).ShouldBeOneOf("2023-06-05", "2023-06-06");
    }

    [Fact]
    public async Task are_refused_in_a_configuration_by_name_where_they_are_others()
    {
        var refused = (await PutAsync([new { day = "whit_monday", moves = true }])).ShouldBeProblem(400, "invalid-input");
        refused.Fields.ShouldBe(["settledDays[0].day"]);
        ((string)refused.Json["errors"]![0]!["detail"]!).ShouldContain("constitution_day");
        (await PutAsync([new { day = "christmas_eve", moves = true }, new { day = "christmas_eve", moves = false }]))
            .ShouldBeProblem(400, "invalid-input")
            .Fields.ShouldBe(["settledDays[1].day"]);
    }

    private static string Alternatives(JsonNode answer) =>
        string.Join(' ', (answer["alternatives"]?.AsArray() ?? []).Select(each => (string?)each!["dueOn"]));

    private async Task<string> PageAsync() =>
        ThePage.Text(
            await (
                await api.Http.SendAsync(
                    new(HttpMethod.Get, "/deadlines?on=2023-06-06") { Headers = { { "Ombud-Municipality", "ringsted" } } },
                    OmbudApi.Cancel
                )
            ).Content.ReadAsStringAsync(OmbudApi.Cancel)
        );

    private async Task SettleAsync(params object[] days) => (await PutAsync(days)).ShouldBe(200);

    private Task<Answer> PutAsync(object[] days)
    {
        var wanted = OmbudApi.Configuration("ringsted");
        wanted["settledDays"] = System.Text.Json.JsonSerializer.SerializeToNode(days);
        return api.SendAsync(HttpMethod.Put, "/v1/municipality", JsonContent.Create(wanted), "ringsted", null);
    }
}
