using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.Acceptance;

/// <summary>A deadline is missed from the moment its last day has ended in the municipality's own time, not a second before.</summary>
public sealed class S8_TheOverdueMoment(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    private const string Noon = "2023-06-13T10:00:00Z";

    public async ValueTask InitializeAsync()
    {
        if ((await api.GetAsync("/v1/cases?number=S8-1")).Json["items"]!.AsArray().Count > 0)
            return;
        foreach (var (number, receivedOn) in new[] { ("S8-1", "2023-05-13"), ("S8-2", "2023-05-12"), ("S8-3", "2023-04-17") })
            await api.RecordAllAsync(
                "drammen",
                Deadlines.Request(
                    number,
                    Guid.NewGuid().ToString(),
                    receivedOn,
                    $"""
                    "unit":"housing_office","rules":["NO.fvl.11a.preliminary-reply"],"startsOn":"{receivedOn}"
                    """.Trim()
                )
            );
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task at_noon_the_first_is_due_today_and_ends_at_22_utc()
    {
        var first = (await api.BoardAsync($"asOf={Noon}")).Case("S8-1");
        first.Standing().ShouldBe(("due_today", 0, 0));
        ((string?)first["dueOn"], (string?)first["endsAt"]).ShouldBe(("2023-06-13", "2023-06-13T22:00:00Z"));
    }

    [Fact]
    public async Task at_noon_the_others_are_late_by_days_and_working_days()
    {
        var board = await api.BoardAsync($"asOf={Noon}");
        ((string?)board.Case("S8-2")["dueOn"], board.Case("S8-2").Standing()).ShouldBe(("2023-06-12", ("overdue", 1, 1)));
        ((string?)board.Case("S8-3")["dueOn"], board.Case("S8-3").Standing()).ShouldBe(("2023-05-19", ("overdue", 25, 16)));
    }

    [Fact]
    public async Task stands_overdue_first_and_is_counted_by_unit_and_state()
    {
        var board = await api.BoardAsync($"asOf={Noon}");
        board["items"]!.AsArray().Select(item => (string?)item!["caseNumber"]).ShouldBe(["S8-3", "S8-2", "S8-1"]);
        Counts(board["total"]!).ShouldBe((2, 1, 0));
        var unit = board["byUnit"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)unit["unit"], Counts(unit)).ShouldBe(("housing_office", (2, 1, 0)));
    }

    [Fact]
    public async Task the_first_becomes_overdue_at_the_end_of_the_day()
    {
        (await api.BoardAsync("asOf=2023-06-13T21:59:59.999999Z")).Case("S8-1").Standing().ShouldBe(("due_today", 0, 0));
        (await api.BoardAsync("asOf=2023-06-13T22:00:00Z")).Case("S8-1").Standing().ShouldBe(("overdue", 1, 1));
    }

    [Theory]
    [InlineData("2023-06-01", "open")]
    [InlineData("2023-06-06", "due_soon")]
    [InlineData("2023-06-13", "due_today")]
    [InlineData("2023-06-14", "overdue")]
    public async Task any_day_can_be_judged_by(string on, string state) =>
        (await api.BoardAsync($"on={on}&state={state}")).Case("S8-1").Standing().State.ShouldBe(state);

    private static (int, int, int) Counts(JsonNode counts) => ((int)counts["overdue"]!, (int)counts["dueToday"]!, (int)counts["open"]!);
}
