using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.Acceptance;

/// <summary>What contradicts itself is refused in whatever order it is typed, corrected, withdrawn or imported.</summary>
public sealed class S27_NoPathAround(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Fact]
    public async Task a_correction_of_the_receipt_to_a_day_after_what_followed_names_what_stands_against_it()
    {
        var address = await AnsweredAsync("S27-1");

        var fault = (await api.PostAsync($"{address}/correction", new { reason = "Misread", receivedOn = "2024-04-02" }))
            .ShouldBe(400)
            .Json["errors"]!
            .AsArray()
            .ShouldHaveSingleItem()!;
        ((string?)fault["field"]).ShouldBe("receivedOn");
        ((string)fault["detail"]!).ShouldSatisfyAllConditions(
            detail => detail.ShouldContain("Entry 3 (response_requested, 2024-03-06)"),
            detail => detail.ShouldContain("Entry 4 (response_received, 2024-03-20)")
        );
    }

    [Fact]
    public async Task a_response_cannot_be_replaced_by_one_from_before_it_was_asked_for()
    {
        var address = await AnsweredAsync("S27-2");
        (
            await api.PostAsync(
                $"{address}/entries/4/withdrawal",
                new { reason = "Misread", replacement = new { respondedOn = "2024-03-05" } }
            )
        )
            .ShouldBe(400)
            .Json["errors"]![0]!["field"]!
            .GetValue<string>()
            .ShouldBe("replacement.respondedOn");
    }

    [Fact]
    public async Task a_request_cannot_be_replaced_by_one_after_its_response_nor_withdrawn_alone()
    {
        var address = await AnsweredAsync("S27-3");
        var later = new { reason = "Misread", replacement = new { unit = "schools", requestedOn = "2024-03-21" } };
        (await api.PostAsync($"{address}/entries/3/withdrawal", later)).ShouldBe(400).Json["errors"]![0]!["detail"]!
            .GetValue<string>()
            .ShouldContain("Entry 4 (response_received, 2024-03-20)");

        var alone = (await api.PostAsync($"{address}/entries/3/withdrawal", new { reason = "Misread" })).ShouldBe(409);
        ((string?)alone.Json["type"]).ShouldEndWith("others-rest-on-entry");
        ((string)alone.Json["detail"]!).ShouldContain("Entry 4 (response_received, 2024-03-20)");
    }

    [Fact]
    public async Task a_correction_that_moved_the_receipt_cannot_be_withdrawn_once_something_rests_on_it()
    {
        var address = await api.ReceiveAsync(new { receivedOn = "2024-03-10", number = "S27-4" });
        await api.DoAsync($"{address}/correction", new { reason = "Misread", receivedOn = "2024-03-04" });
        await api.DoAsync($"{address}/response-requests", new { unit = "schools", requestedOn = "2024-03-06" });

        (await api.PostAsync($"{address}/entries/2/withdrawal", new { reason = "It was right" })).ShouldBe(409).Json["detail"]!
            .GetValue<string>()
            .ShouldContain("Entry 3 (response_requested, 2024-03-06)");
    }

    [Fact]
    public async Task an_import_in_another_order_ends_in_the_same_refusal()
    {
        await AnsweredAsync("S27-5");
        var result = await api.ImportAsync("""{"command":"correct_case","case":"S27-5","reason":"Misread","receivedOn":"2024-04-02"}""");
        var fault = result.Faults.ShouldHaveSingleItem();
        (fault.Fault.Field, fault.Fault.Code).ShouldBe(("receivedOn", "contradiction"));
    }

    private async Task<string> AnsweredAsync(string number)
    {
        var address = await api.ReceiveAsync(
            new
            {
                receivedOn = "2024-03-04",
                number,
                withinMandate = true,
                requiresResponse = true,
            }
        );
        var asked = await api.DoAsync($"{address}/response-requests", new { unit = "schools", requestedOn = "2024-03-06" });
        await api.DoAsync(
            $"{address}/response-requests/{asked["responseRequests"]![0]!["id"]}/response",
            new { respondedOn = "2024-03-20" }
        );
        return address;
    }
}
