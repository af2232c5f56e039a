using System.Text.Json.Nodes;
using Ombud.Api.Tests.Acceptance;

namespace Ombud.Api.Tests.Deadlines;

/// <summary>A board of a day shows what had happened by then, however much is known of what came after.</summary>
public sealed class JudgingByAnEarlierDay(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Fact]
    public async Task an_extension_has_not_happened_before_its_day()
    {
        var @case = await AskedAsync();
        await ForRequestAsync(
            @case,
            "extension",
            new
            {
                extendedTo = "2023-08-01",
                reason = "Illness",
                extendedOn = "2023-06-10",
            }
        );
        Says(await OnAsync(@case, "2023-06-09")).ShouldBe(("due_soon", "2023-06-14", "2023-06-14", 0));
        Says(await OnAsync(@case, "2023-06-10")).ShouldBe(("open", "2023-08-01", "2023-08-01", 48));
        var before = await OnAsync(@case, "2023-06-09");
        ((string?)before["lateAfter"], (string?)before["endsAt"]).ShouldBe(("2023-06-14", "2023-06-14T22:00:00Z"));
        before["explanation"]!.ToJsonString().ShouldNotContain("Extended");
        // It is found by the date that it had then, and not by the later one.
        (await CountAsync(@case, "on=2023-06-09&dueTo=2023-06-30")).ShouldBe(1);
        (await CountAsync(@case, "on=2023-06-09&dueFrom=2023-07-01")).ShouldBe(0);
        (await CountAsync(@case, "on=2023-06-10&dueFrom=2023-07-01")).ShouldBe(1);
        (await CountAsync(@case, "on=2023-06-09&state=due_soon")).ShouldBe(1);
    }

    [Fact]
    public async Task a_resumption_has_not_happened_before_its_day()
    {
        var @case = await AskedAsync();
        await ForRequestAsync(@case, "suspension", new { reason = "awaiting_other_body", suspendedOn = "2023-06-01" });
        await ForRequestAsync(@case, "resumption", new { resumedOn = "2023-06-21" });
        Says(await OnAsync(@case, "2023-05-31")).ShouldBe(("open", "2023-06-14", "2023-06-14", 0));
        (await OnAsync(@case, "2023-05-31"))["pauses"]!.AsArray().ShouldBeEmpty();
        var paused = await OnAsync(@case, "2023-06-20");
        Says(paused).ShouldBe(("suspended", "2023-06-14", "2023-06-14", 0));
        ((string?)paused["pauses"]![0]!["from"], (string?)paused["pauses"]![0]!["to"]).ShouldBe(("2023-06-01", null));
        Says(await OnAsync(@case, "2023-06-21")).ShouldBe(("open", "2023-07-04", "2023-07-04", 0));
    }

    [Fact]
    public async Task replies_reminders_and_the_answer_have_not_come_before_their_days()
    {
        var @case = await AskedAsync();
        await ForRequestAsync(@case, "reminder", new { sentOn = "2023-06-16" });
        await ForRequestAsync(
            @case,
            "preliminary-reply",
            new
            {
                reason = "Illness",
                receivedOn = "2023-06-17",
                expectedOn = "2023-06-19",
            }
        );
        await ForRequestAsync(@case, "response", new { respondedOn = "2023-06-20" });
        Came(await OnAsync(@case, "2023-06-15")).ShouldBe(("overdue", 0, null, null, null, null));
        Came(await OnAsync(@case, "2023-06-17")).ShouldBe(("overdue", 1, "2023-06-17", "2023-06-19", null, null));
        Came(await OnAsync(@case, "2023-06-20")).ShouldBe(("met_late", 1, "2023-06-17", "2023-06-19", "2023-06-20", "2023-06-20"));
    }

    [Fact]
    public async Task of_several_promises_it_shows_the_one_of_that_time_however_they_were_typed()
    {
        var @case = await AskedAsync();
        foreach (var (on, expected) in new[] { ("2023-06-10", "2023-07-20"), ("2023-06-05", "2023-06-30"), ("2023-06-12", null) })
            await ForRequestAsync(
                @case,
                "preliminary-reply",
                new
                {
                    reason = "Illness",
                    receivedOn = on,
                    expectedOn = expected,
                }
            );
        (await PromisedAsync(@case, "2023-06-04")).ShouldBeEmpty();
        (await PromisedAsync(@case, "2023-06-05")).ShouldBe([("open", "2023-06-30", "2023-06-05")]);
        (await PromisedAsync(@case, "2023-07-01")).ShouldBe([("open", "2023-07-20", "2023-06-10")]);
        (await PromisedAsync(@case, "2023-07-21")).ShouldBe([("overdue", "2023-07-20", "2023-06-10")]);
        ((string?)(await OnAsync(@case, "2023-06-05"))["expectedOn"]).ShouldBe("2023-06-30");
        ((string?)(await OnAsync(@case, "2023-06-12"))["expectedOn"]).ShouldBe("2023-07-20");
        (await CountAsync(@case, "on=2023-06-05&dueTo=2023-06-30")).ShouldBe(2);
    }

    private async Task<IEnumerable<(string?, string?, string?)>> PromisedAsync(string @case, string on) =>
        (await api.BoardAsync($"caseId={@case.Split('/')[^1]}&on={on}&language=en"))["items"]!
            .AsArray()
            .Where(item => (bool)item!["promised"]!)
            .Select(item => ((string?)item!["state"], (string?)item["dueOn"], (string?)item["requestedOn"]));

    private static (string?, string?, string?, int) Says(JsonNode item) =>
        ((string?)item["state"], (string?)item["dueOn"], (string?)item["communicatedDueOn"], (int)item["extendedDays"]!);

    private static (string?, int, string?, string?, string?, string?) Came(JsonNode item) =>
        (
            (string?)item["state"],
            (int)item["reminders"]!,
            (string?)item["preliminaryReplyOn"],
            (string?)item["expectedOn"],
            (string?)item["respondedOn"],
            (string?)item["metOn"]
        );

    private async Task<string> AskedAsync()
    {
        var @case = await api.ReceiveAsync(
            new
            {
                receivedOn = "2023-05-10",
                withinMandate = true,
                requiresResponse = true,
            }
        );
        (
            await api.PostAsync(
                $"{@case}/response-requests",
                new
                {
                    unit = "building_office",
                    requestedOn = "2023-05-10",
                    rules = new[] { "ombud.request" },
                    dueOn = "2023-06-14",
                }
            )
        ).ShouldBe(200);
        return @case;
    }

    private async Task ForRequestAsync(string @case, string path, object body)
    {
        var request = (await api.GetAsync(@case)).Json["responseRequests"]![0]!["id"];
        (await api.PostAsync($"{@case}/response-requests/{request}/{path}", body)).ShouldBe(200);
    }

    private async Task<JsonNode> OnAsync(string @case, string on) =>
        (await api.BoardAsync($"caseId={@case.Split('/')[^1]}&on={on}&language=en"))["items"]!
            .AsArray()
            .Single(item => !(bool)item!["promised"]!)!;

    private async Task<int> CountAsync(string @case, string query) =>
        (await api.BoardAsync($"caseId={@case.Split('/')[^1]}&{query}"))["items"]!.AsArray().Count;
}
