namespace Ombud.Api.Tests.Cases;

public sealed class WorkingOnACase(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Fact]
    public async Task receives_records_what_it_is_given()
    {
        var answer = await api.PostAsync(
            "/v1/cases",
            new
            {
                number = "A-1",
                receivedAt = "2023-03-06T23:30:00+01:00",
                channel = "email",
                referralSource = "self",
            }
        );
        var received = answer.ShouldBe(201).Json;
        ((string?)received["receivedOn"], (string?)received["receivedAt"], (string?)received["status"]).ShouldBe(
            ("2023-03-06", "2023-03-06T22:30:00Z", "open")
        );
        ((bool?)received["isCase"], answer.ETag).ShouldBe((false, "\"1\""));
        var read = (await api.GetAsync(answer.Header("Location")!)).ShouldBe(200);
        read.Json.ToJsonString().ShouldBe(received.ToJsonString());
    }

    [Fact]
    public async Task goes_from_receipt_to_closing_and_back()
    {
        var address = await api.ReceiveAsync(new { receivedOn = "2023-03-06" });
        (
            (bool?)
                (
                    await api.DoAsync(
                        $"{address}/assessment",
                        new
                        {
                            withinMandate = true,
                            requiresResponse = true,
                            assessedOn = "2023-03-07",
                        }
                    )
                )["isCase"]
        ).ShouldBe(true);
        await api.DoAsync(
            $"{address}/category",
            new
            {
                serviceArea = "health",
                matters = new[] { "guidance_appeal", "late_or_no_reply" },
                units = new[] { "health_services" },
            }
        );
        await api.DoAsync($"{address}/handling-reviews", new { reviewedOn = "2023-03-20" });
        var asked = await api.DoAsync($"{address}/response-requests", new { unit = "health_services", requestedOn = "2023-03-21" });
        var request = (string)asked["responseRequests"]![0]!["id"]!;
        await api.DoAsync($"{address}/response-requests/{request}/response", new { respondedOn = "2023-04-11" });
        await api.DoAsync($"{address}/closure", new { outcome = "upheld", closedOn = "2023-04-12" });
        var reopened = await api.DoAsync($"{address}/reopening", new { reopenedOn = "2023-05-02" });

        ((string?)reopened["status"], reopened["openPeriods"]!.AsArray().Count, (int)reopened["version"]!).ShouldBe(("open", 2, 8));
        ((string?)reopened["handlingReviewedOn"], (string?)reopened["responseRequests"]![0]!["respondedOn"]).ShouldBe(
            ("2023-03-20", "2023-04-11")
        );
    }

    [Fact]
    public async Task again_records_nothing_twice()
    {
        var address = await api.ClosedAsync();
        var again = (await api.PostAsync($"{address}/closure", new { outcome = "guided", closedOn = "2023-04-20" })).ShouldBe(200);
        var categories = (
            await api.PostAsync($"{address}/category", new { serviceArea = "municipal_housing", matters = new[] { "late_or_no_reply" } })
        ).ShouldBe(200);
        (again.ETag, categories.ETag).ShouldBe(("\"4\"", "\"4\""));
    }

    [Fact]
    public async Task is_refused_by_rules_with_stable_codes()
    {
        var open = await api.ReceivedAsync();
        var closed = await api.ClosedAsync();
        var voided = await api.ReceivedAsync();
        await api.DoAsync($"{voided}/voiding", new { reason = "Registered twice" });

        (await api.PostAsync($"{open}/reopening", new { })).ShouldBeProblem(409, "case-is-open");
        (await api.PostAsync($"{closed}/closure", new { outcome = "upheld" })).ShouldBeProblem(409, "case-is-closed");
        (await api.PostAsync($"{voided}/closure", new { outcome = "upheld" })).ShouldBeProblem(409, "case-is-voided");
        (await api.PostAsync($"{open}/response-requests/{Guid.Empty}/response", new { })).ShouldBeProblem(
            404,
            "response-request-not-found"
        );
        (await api.PostAsync($"/v1/cases/{Guid.Empty}/closure", new { outcome = "upheld" })).ShouldBeProblem(404, "case-not-found");
    }

    [Fact]
    public async Task under_a_number_that_another_case_has_is_refused()
    {
        await api.ReceiveAsync(new { number = "B-1", receivedOn = "2023-03-06" });
        var other = await api.ReceiveAsync(new { number = "B-2", receivedOn = "2023-03-06" });
        (await api.PostAsync("/v1/cases", new { number = "B-1", receivedOn = "2023-03-07" })).ShouldBeProblem(409, "case-number-taken");
        (await api.PostAsync($"{other}/correction", new { reason = "Typing error", number = "B-1" })).ShouldBeProblem(
            409,
            "case-number-taken"
        );
        // Another municipality has numbers of its own.
        await api.ReceiveAsync(new { number = "B-1", receivedOn = "2023-03-06" }, "ringsted");
    }

    [Fact]
    public async Task is_corrected_with_a_reason_and_read_as_it_was_before()
    {
        var address = await api.ReceivedAsync();
        var before = (string)(await api.GetAsync($"{address}/history")).Json["items"]![0]!["recordedAt"]!;
        var corrected = await api.DoAsync(
            $"{address}/correction",
            new
            {
                reason = "The letter is dated a day earlier",
                receivedOn = "2023-03-05",
                channel = "letter",
            }
        );
        ((string?)corrected["receivedOn"], (string?)corrected["channel"]).ShouldBe(("2023-03-05", "letter"));
        var then = (await api.GetAsync($"{address}?asOf={before}")).ShouldBe(200).Json;
        ((string?)then["receivedOn"], (string?)then["channel"]).ShouldBe(("2023-03-06", "phone"));
    }
}
