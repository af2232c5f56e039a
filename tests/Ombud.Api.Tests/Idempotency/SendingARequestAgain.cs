using System.Text;
using System.Text.Json.Nodes;
using Ombud.Api.Tests.Access;
using Ombud.Integrity;

namespace Ombud.Api.Tests.Idempotency;

public sealed class SendingARequestAgain(OmbudApi api) : IClassFixture<OmbudApi>
{
    private const string Received = """{"receivedOn":"2023-03-06","withinMandate":true,"requiresResponse":true,"summary":"Ola venter."}""";

    [Fact]
    public async Task does_every_kind_of_request_once_and_answers_it_alike()
    {
        var made = await TwiceAsync("/v1/cases", Received);
        var address = made.Header("Location")!;
        await TwiceAsync($"{address}/category", """{"serviceArea":"planning_and_building","matters":["late_or_no_reply"]}""");
        var asked = await TwiceAsync($"{address}/response-requests", """{"unit":"schools","requestedOn":"2023-04-03"}""");
        await TwiceAsync($"{address}/response-requests/{asked.Json["responseRequests"]![0]!["id"]}/reminder", "{}");
        await TwiceAsync($"{address}/notes", """{"text":"Ola rang."}""");
        var recommendation = await TwiceAsync("/v1/recommendations", $$"""{"text":"Answer","basisCases":["{{made.Json["id"]}}"]}""");
        await TwiceAsync($"{recommendation.Header("Location")}/response", """{"position":"accepted"}""");
        await TwiceAsync("/v1/measures", """{"title":"A course","status":"planned"}""");
        var report = await TwiceAsync(
            "/v1/reports/registrations",
            """{"kind":"annual","from":"2022-01-01","to":"2022-12-31","publishedOn":"2023-02-01"}"""
        );
        var issued = await TwiceAsync("/v1/recommendations", $$"""{"text":"Answer","reportId":"{{report.Json["id"]}}","number":"1"}""");
        issued.Status.ShouldBe(201);
        await TwiceAsync($"{report.Header("Location")}/answers", """{"covers":["1"],"heading":"Ad 1."}""");
        await TwiceAsync("/v1/reports", """{"kind":"status","from":"2023-01-01","to":"2023-06-13"}""");
        await TwiceAsync("/v1/audit/seals", "{}");
        await TwiceAsync($"{address}/closure", """{"outcome":"guided"}""");
        await TwiceAsync($"{address}/archive-delivery", "{}");
        await TwiceAsync($"/v1/people/{made.Json["personId"]}/erasure", """{"reason":"retention_ended"}""");
    }

    [Fact]
    public async Task is_answered_as_it_was_then_whatever_came_after()
    {
        var made = await SendAsync("/v1/cases", Received, "then");
        await api.DoAsync($"{made.Header("Location")}/closure", new { outcome = "guided" });
        var again = await SendAsync("/v1/cases", Received, "then");
        again.Bytes.ShouldBe(made.Bytes);
        again.ETag.ShouldBe("\"2\"");
    }

    [Fact]
    public async Task with_something_else_under_the_same_key_is_refused()
    {
        var address = (await SendAsync("/v1/cases", Received, "one")).Header("Location")!;
        (await SendAsync("/v1/cases", """{"receivedOn":"2023-03-07"}""", "one")).ShouldBeProblem(422, "idempotency-key-reused");
        (await SendAsync($"{address}/notes", """{"text":"Ola rang."}""", "one")).ShouldBeProblem(422, "idempotency-key-reused");
        (await SendAsync($"{address}/notes", """{"text":"Ola rang."}""", "two")).ShouldBe(200);
        (await SendAsync($"{address}/notes", """{"text":"Ola rang."}""", "two", ifMatch: "\"1\"")).ShouldBeProblem(
            422,
            "idempotency-key-reused"
        );
    }

    [Fact]
    public async Task after_it_was_refused_judges_it_anew()
    {
        var address = (await SendAsync("/v1/cases", Received, "refused 1")).Header("Location")!;
        (await SendAsync($"{address}/reopening", "{}", "refused 2")).ShouldBe(409);
        (await SendAsync($"{address}/closure", """{"outcome":"guided"}""", "refused 3")).ShouldBe(200);
        (await SendAsync($"{address}/reopening", "{}", "refused 2")).ShouldBe(200).Header("Idempotency-Replayed").ShouldBeNull();
    }

    [Fact]
    public async Task that_changed_nothing_is_answered_alike_too()
    {
        var address = (await SendAsync("/v1/cases", Received, "nothing 1")).Header("Location")!;
        var same = """{"withinMandate":true,"requiresResponse":true}""";
        (await SendAsync($"{address}/assessment", same, "nothing 2")).ShouldBe(200).ETag.ShouldBe("\"2\"");
        await api.DoAsync($"{address}/closure", new { outcome = "guided" });
        var again = (await SendAsync($"{address}/assessment", same, "nothing 2")).ShouldBe(200);
        (again.ETag, again.Header("Idempotency-Replayed")).ShouldBe(("\"2\"", "true"));
    }

    [Fact]
    public async Task is_another_request_in_another_municipality()
    {
        var drammen = await SendAsync("/v1/cases", """{"receivedOn":"2023-03-06"}""", "shared");
        var ringsted = await SendAsync("/v1/cases", """{"receivedOn":"2023-03-06"}""", "shared", municipality: "ringsted");
        ringsted.ShouldBe(201).Json["id"]!.ToString().ShouldNotBe(drammen.Json["id"]!.ToString());
    }

    [Fact]
    public async Task at_once_from_many_connections_does_it_once()
    {
        var before = await CountAsync("ombud.mt_events");
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SendAsync("/v1/cases", Received, "at once")));
        var made = answers.Where(answer => answer.Status == 201).ToList();
        made.ShouldNotBeEmpty();
        made.Select(answer => answer.Header("Location")).Distinct().ShouldHaveSingleItem();
        foreach (var other in answers.Except(made))
            other.ShouldBeProblem(409, "request-under-way").Header("Retry-After").ShouldBe("1");
        (await SendAsync("/v1/cases", Received, "at once")).Bytes.ShouldBe(made[0].Bytes);
        (await CountAsync("ombud.mt_events")).ShouldBe(before + 2);
    }

    [Fact]
    public async Task is_forgotten_after_seven_days()
    {
        await SendAsync("/v1/cases", """{"receivedOn":"2023-03-06"}""", "old");
        await using (
            var age = api.Database.CreateCommand("update ombud.repeatable_requests set done_at = done_at - interval '6 days 23 hours'")
        )
            await age.ExecuteNonQueryAsync(OmbudApi.Cancel);
        await RepeatableRequests.SweepAsync(api.Database, OmbudApi.Cancel);
        (await CountAsync("ombud.repeatable_requests")).ShouldBeGreaterThan(0);
        await using (var age = api.Database.CreateCommand("update ombud.repeatable_requests set done_at = done_at - interval '2 hours'"))
            await age.ExecuteNonQueryAsync(OmbudApi.Cancel);
        await RepeatableRequests.SweepAsync(api.Database, OmbudApi.Cancel);
        (await CountAsync("ombud.repeatable_requests")).ShouldBe(0);
    }

    [Fact]
    public async Task keeps_nothing_of_what_it_said()
    {
        await SendAsync("/v1/cases", Received, "ola.nordmann@example.org");
        await using var all = api.Database.CreateCommand("select string_agg(r::text, ' ') from ombud.repeatable_requests r");
        var kept = (string)(await all.ExecuteScalarAsync(OmbudApi.Cancel))!;
        kept.ShouldNotContain("ola", Case.Insensitive);
        kept.ShouldNotContain("venter");
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("\"unended")]
    [InlineData("\"\"")]
    [InlineData("a\"b")]
    [InlineData("\"a\\b\"")]
    [InlineData("\"a\"b\"")]
    [InlineData("å")]
    public async Task with_a_key_that_is_none_names_the_header(string key) =>
        (await SendAsync("/v1/cases", Received, key)).ShouldBeProblem(400, "invalid-input").Fields.ShouldBe(["Idempotency-Key"]);

    [Fact]
    public async Task takes_keys_of_255_characters_and_not_of_256()
    {
        (await SendAsync("/v1/cases", Received, new string('k', 255))).ShouldBe(201);
        (await SendAsync("/v1/cases", Received, new string('k', 256))).ShouldBe(400);
    }

    [Fact]
    public async Task with_quotes_or_without_is_the_same_key()
    {
        var made = await SendAsync("/v1/cases", Received, "\"quo\\\"ted\"");
        (await SendAsync("/v1/cases", Received, "\"quo\\\"ted\"")).Header("Idempotency-Replayed").ShouldBe("true");
        var plain = await SendAsync("/v1/cases", Received, "plain");
        (await SendAsync("/v1/cases", Received, "\"plain\"")).Bytes.ShouldBe(plain.Bytes);
        made.Bytes.ShouldNotBe(plain.Bytes);
    }

    [Fact]
    public async Task does_a_configuration_once()
    {
        var file = OmbudApi.Configuration();
        file.Remove("code");
        file["dueSoonDays"] = 9;
        var configured = await TwiceAsync("/v1/municipality", file.ToJsonString(), HttpMethod.Put);
        configured.ETag.ShouldBe("\"2\"");
    }

    /// <summary>Sends it twice under one key and holds the second answer against the first.</summary>
    private async Task<Answer> TwiceAsync(string address, string body, HttpMethod? method = null)
    {
        var key = Guid.NewGuid().ToString();
        var first = await SendAsync(address, body, key, method: method);
        first.Status.ShouldBeInRange(200, 201, $"{address}: {Encoding.UTF8.GetString(first.Bytes)}");
        first.Header("Idempotency-Replayed").ShouldBeNull();
        var events = await CountAsync("ombud.mt_events");
        var second = await SendAsync(address, body, key, method: method);
        (second.Status, second.ETag, second.Header("Location"), second.Header("Idempotency-Replayed")).ShouldBe(
            (first.Status, first.ETag, first.Header("Location"), "true"),
            address
        );
        second.Bytes.ShouldBe(first.Bytes, address);
        (await CountAsync("ombud.mt_events")).ShouldBe(events, address);
        return first;
    }

    private async Task<Answer> SendAsync(
        string address,
        string body,
        string key,
        string municipality = "drammen",
        string? ifMatch = null,
        HttpMethod? method = null
    )
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, address)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            Headers = { { "Ombud-Municipality", municipality } },
        };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await Answer.OfAsync(await api.Http.SendAsync(request, OmbudApi.Cancel), OmbudApi.Cancel);
    }

    private async Task<long> CountAsync(string table)
    {
        await using var count = api.Database.CreateCommand($"select count(*) from {table}");
        return (long)(await count.ExecuteScalarAsync(OmbudApi.Cancel))!;
    }
}
