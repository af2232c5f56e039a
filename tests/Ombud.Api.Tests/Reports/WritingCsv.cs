using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using CsvHelper;
using Ombud.Api.Reports.Documents;
using Ombud.Api.Tables;
using static Ombud.Api.Tests.Reports.TheReport;

namespace Ombud.Api.Tests.Reports;

public sealed class WritingCsv(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await api.ImportReportAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task gives_each_figure_with_its_code_and_a_decimal_point() =>
        (await api.CsvAsync("by-month"))
            .Split("\r\n")
            .ShouldBe([
                "code,label,cases,percent",
                "2023-01,januar 2023,9,11.1",
                "2023-02,februar 2023,15,18.5",
                "2023-03,mars 2023,19,23.5",
                "2023-04,april 2023,12,14.8",
                "2023-05,mai 2023,19,23.5",
                "2023-06,juni 2023,7,8.6",
                "",
            ]);

    [Fact]
    public async Task packs_every_table_to_the_same_bytes_each_time()
    {
        var zip = (await api.DocumentAsync("application/zip")).ShouldBe(200).Bytes;
        (await api.DocumentAsync("application/zip")).Bytes.ShouldBe(zip);
        var files = Unpacked(zip);
        files.Keys.ShouldBe(ReportTables.Names.Select(name => $"{name}.csv"));
        foreach (var name in ReportTables.Names)
            files[$"{name}.csv"].ShouldBe(await api.CsvAsync(name), name);
        files["about.csv"].ShouldContain($"digest,{(string?)(await api.DocumentAsync(null)).Json["digest"]}\r\n");
    }

    [Fact]
    public async Task keeps_every_line_as_long_as_its_header()
    {
        foreach (var name in ReportTables.Names)
        {
            using var csv = CsvReader.FromText(await api.CsvAsync(name), new CsvReaderOptions { Separator = ',' });
            var header = csv.Headers.ToArray();
            while (csv.Read())
                csv.Current.ToArray().Length.ShouldBe(header.Length, name);
        }
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+47 32", "'+47 32")]
    [InlineData("-1", "'-1")]
    [InlineData("@sum(A1)", "'@sum(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("vann, avløp", "\"vann, avløp\"")]
    [InlineData("=\"x\"", "\"'=\"\"x\"\"\"")]
    [InlineData("to\nlinjer", "\"to\nlinjer\"")]
    [InlineData("a=b", "a=b")]
    public void writes_a_label_so_that_no_spreadsheet_runs_it(string label, string written) =>
        Encoding
            .UTF8.GetString(CsvDocument.Of(DocumentTable.Of("t", new("T", "T", "T"), [label], ("label", null, Cell.Text))))
            .ShouldBe($"label\r\n{written}\r\n");

    [Fact]
    public void leaves_a_negative_number_a_number() =>
        Encoding
            .UTF8.GetString(
                CsvDocument.Of(
                    DocumentTable.Of("t", new("T", "T", "T"), [-3], ("difference", null, number => new Cell(CellKind.Change, number)))
                )
            )
            .ShouldBe("difference\r\n-3\r\n");
}

public sealed class HostileLabels(OmbudApi api) : IClassFixture<OmbudApi>
{
    private const string Hostile = "=cmd|' /C calc'!A0<script>alert(1)</script>\" onmouseover=\"alert(2)";

    [Fact]
    public async Task are_text_in_every_document()
    {
        var wanted = OmbudApi.Configuration();
        wanted.Remove("code");
        wanted["serviceAreas"]!.AsArray().Single(area => (string)area!["value"]! == "health")!["nb"] = Hostile;
        (await api.SendAsync(HttpMethod.Put, "/v1/municipality", JsonContent.Create(wanted), "drammen", null)).ShouldBe(200);
        await api.ReceiveAsync(
            new
            {
                receivedOn = "2023-06-12",
                withinMandate = true,
                requiresResponse = true,
                serviceArea = "health",
                matters = new[] { "guidance_appeal" },
            }
        );
        var html = await AsAsync("text/html");
        html.ShouldContain("&lt;script&gt;");
        html.ShouldNotContain("<script");
        html.ShouldNotContain("\" onmouseover");
        (await AsAsync("text/csv", "&table=by-service-area")).ShouldContain(
            "health,\"'=cmd|' /C calc'!A0<script>alert(1)</script>\"\" onmouseover=\"\"alert(2)\",1,100.0\r\n"
        );
    }

    private async Task<string> AsAsync(string type, string rest = "") =>
        Encoding.UTF8.GetString(
            (await api.GetAsync($"/v1/reports/statistics?from=2023-01-01&to=2023-06-13{rest}", accept: type)).ShouldBe(200).Bytes
        );
}
