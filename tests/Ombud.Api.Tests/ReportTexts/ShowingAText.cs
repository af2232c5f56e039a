using System.Net;
using System.Text;
using Ombud.Api.Http;
using Ombud.Api.Municipalities;
using Ombud.Api.Reports.Documents;
using Ombud.Api.Tests.Reports;
using Ombud.Domain.Municipalities;
using static Ombud.Api.Tests.ReportTexts.TheText;

namespace Ombud.Api.Tests.ReportTexts;

/// <summary>No form of a published report lacks anything of what the office wrote, whatever table it is about.</summary>
public sealed class ShowingAText(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Fact]
    public async Task shows_every_section_once_in_every_form()
    {
        await api.ImportDrammenAsync();
        var text = await api.BeginAsync("2023-01-01", "2023-06-13");
        await api.WriteAsync(text, Introduction("# Først\n\nInnledende **ord** om [loven](https://lovdata.no/lov)."));
        await api.WriteAsync(text, Finding("Om svar", "1. Funnet ord\n2. Andre"));
        var tables = PublishedTables.OnWhichToComment(Municipality.Evolve(null, Drammen())).ToList();
        tables.Count.ShouldBeGreaterThan(20);
        foreach (var table in tables)
            await api.WriteAsync(text, Comment(table, $"Kommentert {table}."));
        var published = (await api.PublishAsync("2023-01-01", "2023-06-13")).ShouldBe(201).Header("Location")!;

        var page = await HtmlAsync(published);
        var csv = Encoding.UTF8.GetString((await AsAsync($"{published}?table=text", "text/csv")).Bytes);
        foreach (var table in tables)
        {
            page.Split($"Kommentert {table}.").Length.ShouldBe(2, table);
            csv.Split($"Kommentert {table}.").Length.ShouldBe(2, table);
        }
        TheReport
            .Section(page, "introduction")
            .ShouldContain(
                "<h3>Først</h3><p>Innledende <strong>ord</strong> om <a href=\"https://lovdata.no/lov\" rel=\"noreferrer\">loven</a>.</p>"
            );
        TheReport.Section(page, "findings").ShouldContain("<h3>Om svar</h3>");
        TheReport.Section(page, "months").ShouldContain("Kommentert by-month.");
        page.ShouldContain("<a href=\"#findings\">Funn</a>");
        page.ShouldContain((string)(await api.GetAsync("/v1/reports")).Json["items"]![0]!["digest"]!);
        csv.ShouldStartWith(
            "section,table,heading,text\r\nintroduction,,,\"Først\n\nInnledende ord om loven (https://lovdata.no/lov).\"\r\n"
        );
        csv.ShouldEndWith("finding,,Om svar,\"1. Funnet ord\n2. Andre\"\r\n");
        TheReport.Unpacked((await AsAsync(published, "application/zip")).Bytes)["text.csv"].ShouldBe(csv);
        (await AsAsync(published, MediaTypes.Xlsx)).ShouldBe(200);
        TheReport.Unpacked((await AsAsync(published, MediaTypes.Xlsx)).Bytes).Values.ShouldContain(each => each.Contains("Funnet ord"));
        var without = (await api.PublishAsync("2021-01-01", "2021-01-31")).ShouldBe(201).Header("Location")!;
        (await AsAsync($"{without}?table=text", "text/csv")).Wrong().ShouldBe([("table", "unknown_table")]);
    }

    private Task<Answer> AsAsync(string address, string accept) => api.GetAsync(address, accept: accept);

    private async Task<string> HtmlAsync(string report) =>
        WebUtility.HtmlDecode(Encoding.UTF8.GetString((await AsAsync(report, "text/html")).ShouldBe(200).Bytes));

    private static MunicipalityConfigured Drammen() => MunicipalityFile.Read(OmbudApi.DemoFile("drammen.json")).Configuration;
}
