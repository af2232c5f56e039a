using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.Acceptance;

/// <summary>Erasing a person makes what was written of them unreadable everywhere and changes no figure.</summary>
public sealed class S20_Erasure(OmbudApi api) : IClassFixture<OmbudApi>
{
    private const string Kari = "0197a3c4-5f00-7000-8000-00000000a001";

    /// <summary>Recorded after the report's moment, so that its figures are those of S1.</summary>
    private const string OfPeople =
        """
            {"command":"correct_case","case":"DR-2023-002","reason":"Kari rang to say who she is",
            """
        + """
            "resident":{"name":"Kari Nordmann","contact":"Storgata 1, Drammen"},"summary":"Kari waits for a ramp"}
            {"command":"void_case","case":"DR-2023-025","reason":"Kari had come already","recordedAt":"2023-06-19T12:00:00+02:00"}
            {"command":"receive_case","case":"DR-2023-081","receivedOn":"2023-05-30","withinMandate":true,
            """
        + """
            "requiresResponse":true,"serviceArea":"health","matters":["guidance_appeal"],
            """
        + """
            "recordedAt":"2023-06-15T12:00:00+02:00","person":"0197a3c4-5f00-7000-8000-00000000a001",
            """
        + """
            "resident":{"name":"Kari Nordmann"}}
            """;

    [Fact]
    public async Task leaves_every_past_figure_the_same_to_the_byte_and_every_seal_whole()
    {
        await api.ImportDrammenAsync();
        (await api.ImportAsync(OfPeople)).Faults.ShouldBeEmpty();
        var addresses = new[]
        {
            DrammenReport.Address(),
            DrammenReport.Address("2023-06-15T12:00:00%2B02:00"),
            DrammenReport.Address("2023-06-19T12:00:00%2B02:00"),
        };
        var before = await BytesAsync(addresses);
        List<string> people = [.. await PeopleAsync("DR-2023-002", "DR-2023-025", "DR-2023-081")];
        people.ShouldContain(Kari);
        people.Distinct().Count().ShouldBe(3);

        foreach (var person in people)
            await api.DoAsync($"/v1/people/{person}/erasure", new { reason = "unlawful_content" });

        (await BytesAsync(addresses)).ShouldBe(before);
        await api.RebuildAsync();
        (await BytesAsync(addresses)).ShouldBe(before);
        var verification = (await api.GetAsync("/v1/audit/verification")).ShouldBe(200).Json;
        verification["broken"]!.AsArray().ShouldBeEmpty();
        foreach (var number in new[] { "DR-2023-002", "DR-2023-025", "DR-2023-081" })
        {
            var read = await PersonalDataAsync(await IdAsync(number));
            read["texts"]!.AsArray().ShouldAllBe(text => (bool)text!["erased"]! && text["text"] == null);
            (read["resident"], read["summary"]).ShouldBe((null, null));
        }
    }

    [Fact]
    public async Task a_second_time_changes_nothing()
    {
        var address = await api.ReceiveAsync(new { receivedOn = "2023-06-01", resident = new { name = "Ola Nordmann" } }, "ringsted");
        var person = (string)(await api.GetAsync(address, "ringsted")).Json["personId"]!;
        var first = (await api.PostAsync($"/v1/people/{person}/erasure", new { reason = "unlawful_content" }, "ringsted")).ShouldBe(200);
        var version = (await api.GetAsync(address, "ringsted")).ETag;

        var second = (await api.PostAsync($"/v1/people/{person}/erasure", new { reason = "retention_ended" }, "ringsted")).ShouldBe(200);

        second.Bytes.ShouldBe(first.Bytes);
        (await api.GetAsync(address, "ringsted")).ETag.ShouldBe(version);
    }

    private async Task<JsonNode> PersonalDataAsync(string id) =>
        (await api.GetAsync($"/v1/cases/{id}/personal-data?purpose=audit")).ShouldBe(200).Json;

    // A voided case has lost its number: the list of voided ones has it still.
    private async Task<string> IdAsync(string number) =>
        (string)(await api.GetAsync($"/v1/cases?number={number}")).ShouldBe(200).Json["items"]![0]!["id"]!;

    private async Task<List<string>> PeopleAsync(params string[] numbers)
    {
        var people = new List<string>();
        foreach (var number in numbers)
            people.Add((string)(await api.GetAsync($"/v1/cases/{await IdAsync(number)}")).ShouldBe(200).Json["personId"]!);
        return people;
    }

    private async Task<List<string>> BytesAsync(string[] addresses)
    {
        var read = new List<string>();
        foreach (var address in addresses)
            read.Add(Convert.ToBase64String((await api.GetAsync(address)).ShouldBe(200).Bytes));
        return read;
    }
}
