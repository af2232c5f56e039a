using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Ombud.Api.Imports;

namespace Ombud.Api.Tests.Imports;

public sealed class ImportingCsv(OmbudApi api) : IClassFixture<OmbudApi>
{
    private const string Header =
        "number,received_on,service_area,matters,within_mandate,requires_response,closed_on,outcome,recorded_at\n";

    [Fact]
    public async Task twice_adds_nothing_twice()
    {
        const string File =
            Header
            + "C-1,2023-01-02,health,guidance_application;late_or_no_reply,true,true,2023-01-05,guided,"
            + "2023-01-05T12:00:00+01:00\nC-2,2023-01-03,,,,,,,\n";
        var first = await api.ImportAsync(File);
        (first.Lines, first.Events, first.Streams, first.Skipped).ShouldBe((2, 5, 2, 0));
        var second = await api.ImportAsync(File);
        (second.Events, second.Streams, second.Skipped).ShouldBe((0, 0, 2));
        var longer = await api.ImportAsync(File + "C-3,2023-01-04,,,,,,,\n");
        (longer.Events, longer.Streams, longer.Skipped).ShouldBe((1, 1, 2));

        var closed = (await api.GetAsync("/v1/cases?number=C-1")).ShouldBe(200).Json["items"]![0]!;
        ((string?)closed["status"], (string?)closed["outcome"], (string?)closed["closedOn"]).ShouldBe(("closed", "guided", "2023-01-05"));
    }

    /// <summary>More than are written in one go; between two goes somebody else gives one of the numbers.</summary>
    [Fact]
    public async Task while_a_number_is_given_to_somebody_else_names_it_and_keeps_what_was_written()
    {
        var file = Header + string.Concat(Enumerable.Range(1, 3001).Select(n => $"R-{n:0000},2023-01-02,,,,,,,\n"));
        var meanwhile = new Meanwhile(() => api.ReceiveAsync(new { receivedOn = "2023-01-05", number = "R-3001" }).Wait());

        var result = await api
            .Services.GetRequiredService<Importer>()
            .RunAsync(new("drammen", "race.csv", "importer"), new MemoryStream(Encoding.UTF8.GetBytes(file)), meanwhile, OmbudApi.Cancel);

        (result.Events, result.Streams).ShouldBe((3000, 3000));
        var fault = result.Faults.ShouldHaveSingleItem();
        (fault.Line, fault.Fault.Field, fault.Fault.Code).ShouldBe((3002, "received_on", "contradiction"));
    }

    private sealed class Meanwhile(Action once) : IProgress<int>
    {
        private bool _done;

        public void Report(int value)
        {
            if (!_done)
                once();
            _done = true;
        }
    }

    [Fact]
    public async Task marks_each_event_as_imported()
    {
        await api.ImportAsync(Header + "M-1,2023-01-02,,,,,,,2023-01-02T12:00:00+01:00\n", file: "/some/where/cases.csv");
        var id = (string)(await api.GetAsync("/v1/cases?number=M-1")).Json["items"]![0]!["id"]!;
        var entry = (await api.GetAsync($"/v1/cases/{id}/history")).Json["items"]![0]!;
        ((string?)entry["headers"]!["import"]!["file"], (int?)entry["headers"]!["import"]!["line"]).ShouldBe(("cases.csv", 2));
        ((string?)entry["recordedAt"], (string?)entry["by"]).ShouldBe(("2023-01-02T11:00:00Z", "importer"));
    }

    [Fact]
    public async Task reports_every_fault_by_line_and_imports_nothing()
    {
        var result = await api.ImportAsync(
            Header
                + """
                F-1,2023-01-02,fisheries,,,,,,
                F-2,2 January,fisheries,,perhaps,,,,
                F-3,2023-01-02,,,,,2023-01-05,,
                F-1,2023-01-02,,,,,,,
                ,2023-01-02,,,,,,,
                F-5,2023-01-02,,
                F-6,2023-01-02,,,,,,,2023-01-01T12:00:00+01:00
                F-7,2023-01-02,,,,,,,2999-01-01T12:00:00+01:00
                F-8,2017-01-02,,,,,,,
                F-9,2023-01-02,,,,,,,
                """
        );
        Faults(result)
            .ShouldBe([
                (2, "service_area"),
                (3, "received_on"),
                (3, "within_mandate"),
                (3, "service_area"),
                (4, "outcome"),
                (5, "number"),
                (6, "number"),
                (7, "columns"),
                (8, "received_on"),
                (9, "recorded_at"),
                (10, "received_on"),
            ]);
        (await api.GetAsync("/v1/cases?number=F-9")).ShouldBe(200).Json["items"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("nummer,received_on\nX-1,2023-01-02\n", "header", "header")]
    [InlineData("number\nX-1\n", "header")]
    [InlineData("number,received_on,number\nX-1,2023-01-02,X-1\n", "header")]
    [InlineData("", "header")]
    public async Task with_a_wrong_header_says_what_is_wrong(string file, params string[] fields) =>
        Faults(await api.ImportAsync(file)).ShouldBe([.. fields.Select(field => (1, field))]);

    [Fact]
    public async Task in_utf_8_with_a_broken_letter_names_the_line()
    {
        byte[] broken = [.. "number,received_on,channel\nX-1,2023-01-02,på\nX-2,2023-01-02,brev p"u8, 0xE5, (byte)'\n'];
        var result = await ImportText.ReadAsync(new MemoryStream(broken), OmbudApi.Cancel);
        result.Faults.Select(fault => (fault.Line, fault.Fault.Field)).ShouldBe([(3, "encoding")]);
    }

    [Fact]
    public async Task takes_quotes_a_byte_order_mark_and_windows_line_ends()
    {
        var result = await api.ImportAsync(
            "\uFEFFnumber,received_on,matters\r\n\"Q,1\",2023-01-02,\"guidance_appeal;late_or_no_reply\"\r\n"
        );
        (result.Faults.Count, result.Streams).ShouldBe((0, 1));
        (await api.GetAsync("/v1/cases?number=Q%2C1")).ShouldBe(200).Json["items"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task of_a_number_that_was_registered_by_hand_adds_what_is_new()
    {
        await api.ReceiveAsync(new { number = "H-1", receivedOn = "2023-01-02" });
        var result = await api.ImportAsync(Header + "H-1,2023-01-02,health,late_or_no_reply,,,,,\n");
        (result.Faults.Count, result.Events).ShouldBe((0, 1));
        Faults(await api.ImportAsync(Header + "H-1,2023-01-03,,,,,,,\n")).ShouldBe([(2, "received_on")]);
    }

    private static (int, string)[] Faults(ImportResult result) => [.. result.Faults.Select(fault => (fault.Line, fault.Fault.Field))];
}
