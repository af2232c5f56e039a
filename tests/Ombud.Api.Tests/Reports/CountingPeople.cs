using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Ombud.Projections;

namespace Ombud.Api.Tests.Reports;

/// <summary>En innbygger kan ha saker tilknyttet ulike tjenester: people are counted beside inquiries, cases and matters.</summary>
public sealed class CountingPeople(OmbudApi api) : IClassFixture<OmbudApi>
{
    private const string Period = "from=2023-01-01&to=2023-12-31";
    private const string Statistics = $"/v1/reports/statistics?{Period}";

    [Fact]
    public async Task counts_who_comes_again_once_in_every_form_and_as_of_any_moment()
    {
        await ReceiveAsync("2023-02-01", "kari@example.org");
        var before = (string)(await StatisticsAsync())["asOf"]!;
        await ReceiveAsync("2023-03-01", "KARI@example.org ");
        await ReceiveAsync("2023-04-01", "ola@example.org");
        await ReceiveAsync("2022-04-01", "ola@example.org");
        await ReceiveAsync("2023-05-01", null);

        var report = await StatisticsAsync();
        report["people"]!.ToJsonString().ShouldBe("""{"count":2,"inquiries":3,"unknownInquiries":1}""");
        report["comparison"]!["people"]!.ToJsonString().ShouldBe("""{"before":1,"now":2,"difference":1,"percent":100}""");
        (await StatisticsAsync($"&asOf={Uri.EscapeDataString(before)}"))["people"]!
            .ToJsonString()
            .ShouldBe("""{"count":1,"inquiries":1,"unknownInquiries":0}""");

        var csv = await TextAsync($"{Statistics}&table=key-figures&language=nb", "text/csv");
        csv.ShouldContain("people,Personer,2");
        csv.ShouldContain("inquiries_of_unknown,Henvendelser fra ukjente,1");
        var page = await TextAsync($"{Statistics}&language=en", "text/html");
        page.ShouldContain("Inquiries of unknown people, for whom no person is counted: 1.");
        page.ShouldContain("are four different counts");

        var comparison = (await api.GetAsync($"/v1/reports/comparison?{Period}&asOf={Uri.EscapeDataString(before)}")).ShouldBe(200).Json;
        var people = comparison["differences"]!.AsArray().Single(each => (string)each!["figure"]! == "people.count")!;
        ((int)people["before"]!, (int)people["after"]!).ShouldBe((1, 2));
        people["causes"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task stays_what_it_was_after_an_erasure_and_what_is_written_then()
    {
        var address = await api.ReceiveAsync(new { receivedOn = "2021-02-01", identifiers = new { email = "gone@example.org" } });
        var person = await ReceiveAsync("2021-03-01", "gone@example.org");
        var counted = await PeopleInAsync(2021);
        await api.DoAsync($"/v1/people/{person}/erasure", new { reason = "unlawful_content" });
        (await PeopleInAsync(2021)).ShouldBe(counted);
        await api.DoAsync($"{address}/notes", new { text = "Nobody remembers why" });

        (await PeopleInAsync(2021)).ShouldBe(counted);
        counted.ShouldBe("""{"count":1,"inquiries":2,"unknownInquiries":0}""");
    }

    [Fact]
    public async Task is_of_an_import_what_a_rebuild_makes_of_it()
    {
        await api.RecordAllAsync(
            "drammen",
            """{"command":"receive_case","case":"P-1","receivedOn":"2020-03-01","resident":{"name":"Kari"}}""",
            """{"command":"receive_case","case":"P-2","receivedOn":"2020-03-02","identifiers":{"email":"p2@example.org"}}""",
            """{"command":"receive_case","case":"P-3","receivedOn":"2020-03-02","identifiers":{"email":"P2@example.org"}}""",
            """{"command":"receive_case","case":"P-4","receivedOn":"2020-03-02"}"""
        );
        (await PeopleInAsync(2020)).ShouldBe("""{"count":2,"inquiries":3,"unknownInquiries":1}""");
        await api.Services.GetRequiredService<ReadModels>().RebuildAsync("case_people", null, OmbudApi.Cancel);

        (await PeopleInAsync(2020)).ShouldBe("""{"count":2,"inquiries":3,"unknownInquiries":1}""");
    }

    private async Task<string> PeopleInAsync(int year) =>
        (await StatisticsAsync(address: $"/v1/reports/statistics?from={year}-01-01&to={year}-12-31"))["people"]!.ToJsonString();

    private async Task<string?> ReceiveAsync(string receivedOn, string? email)
    {
        object inquiry = email is null ? new { receivedOn } : new { receivedOn, identifiers = new { email } };
        return (string?)(await api.PostAsync("/v1/cases", inquiry)).ShouldBe(201).Json["personId"];
    }

    private async Task<JsonNode> StatisticsAsync(string more = "", string address = Statistics) =>
        (await api.GetAsync($"{address}{more}")).ShouldBe(200).Json;

    private async Task<string> TextAsync(string address, string mediaType) =>
        Encoding.UTF8.GetString((await api.GetAsync(address, accept: mediaType)).Bytes);
}
