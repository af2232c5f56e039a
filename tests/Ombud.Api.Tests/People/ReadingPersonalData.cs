using Ombud.Testing;

namespace Ombud.Api.Tests.People;

public sealed class ReadingPersonalData(OmbudApi api) : IClassFixture<OmbudApi>
{
    private static readonly object Inquiry = new
    {
        receivedOn = "2023-06-01",
        resident = new
        {
            name = "Kari Nordmann",
            contact = "kari@example.no",
            nationalId = "010190 12345",
        },
        summary = "She waits for a ramp.\nSince March.",
    };

    [Fact]
    public async Task shows_who_it_is_and_every_text_with_who_wrote_it_and_when()
    {
        var address = await api.ReceiveAsync(Inquiry);
        await api.DoAsync($"{address}/notes", new { text = "Rang her; she is away until Monday", notedOn = "2023-06-05" });
        await api.DoAsync($"{address}/voiding", new { reason = "Kari came twice" });

        var read = (await api.GetAsync($"{address}/personal-data?purpose=case_handling")).ShouldBe(200);

        read.Header("Cache-Control").ShouldBe("no-store");
        (
            (string?)read.Json["resident"]!["name"],
            (string?)read.Json["resident"]!["contact"],
            (string?)read.Json["resident"]!["nationalId"]
        ).ShouldBe(("Kari Nordmann", "kari@example.no", "010190 12345"));
        ((string?)read.Json["summary"]).ShouldBe("She waits for a ramp.\nSince March.");
        read.Json["texts"]!
            .AsArray()
            .Select(text => ((long)text!["version"]!, (string)text["field"]!, (string)text["text"]!, (string)text["by"]!))
            .ShouldBe([
                (1, "resident.name", "Kari Nordmann", "local-developer"),
                (1, "resident.contact", "kari@example.no", "local-developer"),
                (1, "resident.nationalId", "010190 12345", "local-developer"),
                (1, "summary", "She waits for a ramp.\nSince March.", "local-developer"),
                (2, "text", "Rang her; she is away until Monday", "local-developer"),
                (3, "reason", "Kari came twice", "local-developer"),
            ]);
    }

    [Fact]
    public async Task shows_what_was_known_at_a_version()
    {
        var address = await api.ReceiveAsync(Inquiry);
        await api.DoAsync(
            $"{address}/correction",
            new { reason = "She has moved", resident = new { name = "Kari Nordmann", contact = "Storgata 1" } }
        );

        var now = (await api.GetAsync($"{address}/personal-data?purpose=case_handling")).ShouldBe(200).Json["resident"]!;
        var then = (await api.GetAsync($"{address}/personal-data?purpose=case_handling&version=1")).ShouldBe(200).Json["resident"]!;

        ((string?)now["contact"], (string?)now["nationalId"]).ShouldBe(("Storgata 1", null));
        ((string?)then["contact"], (string?)then["nationalId"]).ShouldBe(("kari@example.no", "010190 12345"));
    }

    [Fact]
    public async Task is_recorded_with_who_what_for_and_when()
    {
        var address = await api.ReceiveAsync(Inquiry);
        var (id, person) = (address.Split('/')[^1], (string)(await api.GetAsync(address)).Json["personId"]!);
        await api.GetAsync($"{address}/personal-data?purpose=access_request");
        await api.GetAsync($"{address}/personal-data?purpose=supervision&version=1");

        var readings = (await api.GetAsync($"/v1/audit/personal-data-readings?caseId={id}")).ShouldBe(200).Json["items"]!.AsArray();

        readings
            .Select(each => ((string)each!["purpose"]!, (string)each["by"]!, (string)each["caseId"]!, (string)each["personId"]!))
            .ShouldBe([("supervision", "local-developer", id, person), ("access_request", "local-developer", id, person)]);
        // The case itself is as it was.
        (await api.GetAsync(address)).ETag.ShouldBe("\"1\"");
        (await api.GetAsync($"/v1/audit/personal-data-readings?caseId={id}", "ringsted")).ShouldBe(200).Json["items"]!
            .AsArray()
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task is_recorded_with_the_user_of_the_system_that_read()
    {
        var address = await api.ReceiveAsync(Inquiry);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{address}/personal-data?purpose=case_handling")
        {
            Headers = { { "Ombud-On-Behalf-Of", "user-17" } },
        };
        (await Answer.OfAsync(await api.Http.SendAsync(request, OmbudApi.Cancel), OmbudApi.Cancel)).ShouldBe(200);
        var reading = (await api.GetAsync($"/v1/audit/personal-data-readings?caseId={address.Split('/')[^1]}")).ShouldBe(200).Json["items"]!
            .AsArray()
            .ShouldHaveSingleItem()!;
        ((string?)reading["by"], (string?)reading["onBehalfOf"]).ShouldBe(("local-developer", "user-17"));
    }

    [Fact]
    public async Task needs_a_purpose()
    {
        var address = await api.ReceiveAsync(Inquiry);
        (await api.GetAsync($"{address}/personal-data")).ShouldBeProblem(400, "invalid-input").Fields.ShouldBe(["purpose"]);
        (await api.GetAsync($"{address}/personal-data?purpose=curiosity"))
            .ShouldBeProblem(400, "invalid-input")
            .Fields.ShouldBe(["purpose"]);
        (await api.GetAsync($"/v1/audit/personal-data-readings?caseId={address.Split('/')[^1]}")).Json["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task of_a_case_of_another_municipality_finds_nothing()
    {
        var address = await api.ReceiveAsync(Inquiry);
        (await api.GetAsync($"{address}/personal-data?purpose=audit", "ringsted")).ShouldBeProblem(404, "case-not-found");
    }

    [Fact]
    public async Task of_a_case_that_concerns_no_person_shows_nothing()
    {
        var address = await api.ReceiveAsync(new { receivedOn = "2023-06-01" });
        (await api.GetAsync(address)).Json["personId"].ShouldBeNull();
        (await api.GetAsync($"{address}/personal-data?purpose=audit")).ShouldBe(200).Json["texts"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task stays_on_record_when_the_rows_are_built_anew_and_is_known_from_its_moment_on()
    {
        var address = await api.ReceiveAsync(Inquiry);
        await api.GetAsync($"{address}/personal-data?purpose=audit");
        await api.GetAsync($"{address}/personal-data?purpose=supervision");
        var list = $"/v1/audit/personal-data-readings?caseId={address.Split('/')[^1]}";
        var before = (await api.GetAsync(list)).ShouldBe(200);
        await api.RebuildAsync();
        (await api.GetAsync(list)).ShouldBe(200).Bytes.ShouldBe(before.Bytes);
        var first = (string)before.Json["items"]![1]!["readAt"]!;
        (await api.GetAsync($"{list}&asOf={first}")).ShouldBe(200).Json["items"]!.AsArray().ShouldHaveSingleItem()!["purpose"]!
            .ToString()
            .ShouldBe("audit");
        (await api.GetAsync($"{list}&to={first}")).ShouldBe(200).Json["items"]!.AsArray().ShouldBeEmpty();
        (await api.GetAsync($"{list}&from={first}&by=local-developer")).ShouldBe(200).Json["items"]!.AsArray().Count.ShouldBe(2);
        (await api.GetAsync($"{list}&by=somebody")).ShouldBe(200).Json["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task walks_the_readings_page_by_page()
    {
        var address = await api.ReceiveAsync(Inquiry);
        var id = address.Split('/')[^1];
        for (var i = 0; i < 5; i++)
            await api.GetAsync($"{address}/personal-data?purpose=audit");
        var seen = new List<string>();
        var list = $"/v1/audit/personal-data-readings?caseId={id}&limit=2";
        var pages = PageByPage.WalkAsync(
            list,
            async address => (await api.GetAsync(address)).ShouldBe(200).Json,
            page => page["next"] is { } next ? $"{list}&cursor={next}" : null
        );
        await foreach (var page in pages)
            seen.AddRange(page["items"]!.AsArray().Select(item => (string)item!["id"]!));
        seen.Distinct().Count().ShouldBe(5);
    }
}
