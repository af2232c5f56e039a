using System.Text;
using System.Text.Json;
using Ombud.Api.Http;
using Ombud.Api.Reports.Documents;
using Ombud.Api.Tests.Acceptance;
using Ombud.Integrity.Json;
using Ombud.Projections.Statistics;
using static Ombud.Api.Tests.Reports.TheReport;

namespace Ombud.Api.Tests.Reports;

/// <summary>The report as a document to send and to file.</summary>
public sealed class WritingAPdf(WritingAPdf.Register register) : IClassFixture<WritingAPdf.Register>
{
    public sealed class Register : OmbudApi
    {
        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            await this.ImportReportAsync();
        }
    }

    public static TheoryData<string> Languages => [.. Domain.Phrase.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task has_every_row_of_every_table_of_the_page(string language)
    {
        using var pdf = await PdfAsync($"&language={language}");
        var html = (await register.ReportHtmlAsync($"&language={language}")).Replace("<wbr>", "", StringComparison.Ordinal);
        var rows = Rows(html);
        rows.Length.ShouldBeGreaterThan(80);
        foreach (var row in rows)
            pdf.Text.ShouldContain(ReadingPdf.Squeezed(string.Concat(row)), Case.Sensitive, string.Join(" | ", row));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task has_every_table_of_the_report_and_every_label_in_it(string language)
    {
        using var pdf = await PdfAsync($"&language={language}");
        var json = (await register.DocumentAsync(MediaTypes.Json, $"&language={language}")).ShouldBe(200).Json;
        var report = JsonSerializer.Deserialize<StatisticsReport>(json.ToJsonString(), EventJson.Options)!;
        foreach (var table in ReportTables.All(report).Where(table => table.Name != "about"))
            if (table is { Nothing: { } nothing, IsEmpty: true })
                pdf.Text.ShouldContain(ReadingPdf.Squeezed(nothing.In(language)), Case.Sensitive, table.Name);
            else
                foreach (var label in table.Rows.Where(row => row[2].Value is not 0).Select(row => (string)row[1].Value!))
                    // Beside an earlier period, and of what is known of inquiries, the page has some in other words.
                    if (
                        !label.Contains(ReportWords.InquiriesOfPeople.In(language))
                        && !label.Contains(ReportWords.InquiriesOfUnknown.In(language))
                    )
                        pdf.Text.ShouldContain(ReadingPdf.Squeezed(label), Case.Sensitive, $"{table.Name}: {label}");
        pdf.Text.ShouldContain(report.Digest!);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task has_the_words_of_the_page_a_title_its_language_numbers_and_bookmarks(string language)
    {
        using var pdf = await PdfAsync($"&language={language}");
        var html = await register.ReportHtmlAsync($"&language={language}");
        var headings = Deadlines.ThePage.All(html, "<h2[^>]*>(.*?)</h2>");
        pdf.Title.ShouldBe($"{ReportWords.Title.In(language)} – Drammen kommune");
        pdf.Raw.ShouldContain($"/Lang({language})");
        pdf.Bookmarks.ShouldBe(
            [ReportWords.Title.In(language), .. Deadlines.ThePage.All(html, "<h[23][^>]*>(.*?)</h[23]>")],
            ignoreOrder: true
        );
        foreach (var heading in headings)
            pdf.Text.ShouldContain(ReadingPdf.Squeezed(heading));
        foreach (var (number, page) in pdf.Pages.Index())
            page.ShouldContain($"{number + 1}/{pdf.Pages.Count}");
        foreach (
            var paragraph in Deadlines
                .ThePage.All(html.Split("<h1>")[1].Split("</main>")[0], "<p[^>]*>(.*?)</p>")
                .Where(text => text.Length > 0)
        )
            pdf.Text.ShouldContain(ReadingPdf.Squeezed(paragraph));
    }

    [Fact]
    public async Task is_tagged_for_screen_readers()
    {
        using var pdf = await PdfAsync();
        var html = await register.ReportHtmlAsync();
        foreach (
            var part in new[] { "/MarkInfo", "/Marked true", "/StructTreeRoot", "/ParentTree", "/DisplayDocTitle true", "<pdfuaid:part>1" }
        )
            pdf.Raw.ShouldContain(part);
        pdf.Count("/S/Table").ShouldBeGreaterThan(10);
        pdf.Count("/Scope/Column").ShouldBe(html.Split("scope=\"col\"").Length - 1);
        pdf.Count("/Scope/Row").ShouldBe(html.Split("scope=\"row\"").Length - 1);
        pdf.Count("/S/Figure").ShouldBe(html.Split("<figure").Length - 1);
        pdf.Count("/Alt(").ShouldBe(pdf.Count("/S/Figure"));
        pdf.Count("/S/H1").ShouldBe(1);
        pdf.Count("/S/H2").ShouldBe(html.Split("<h2").Length - 1);
    }

    [Fact]
    public async Task gives_the_same_bytes_each_time_and_to_many_at_once()
    {
        var answer = (await register.DocumentAsync(MediaTypes.Pdf)).ShouldBe(200);
        answer.ContentType.ShouldBe("application/pdf");
        answer.Header("Content-Disposition")!.ShouldContain("drammen-2023-01-01-2023-06-13.pdf");
        foreach (var again in await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => register.DocumentAsync(MediaTypes.Pdf))))
            again.Bytes.ShouldBe(answer.Bytes);
    }

    [Fact]
    public async Task hides_what_the_report_hides()
    {
        using var pdf = await PdfAsync("&minimumCell=5");
        foreach (var row in Rows((await register.ReportHtmlAsync("&minimumCell=5")).Replace("<wbr>", "", StringComparison.Ordinal)))
            pdf.Text.ShouldContain(ReadingPdf.Squeezed(string.Concat(row)));
    }

    [Fact]
    public async Task of_a_published_report_has_its_title_its_follow_up_and_where_it_is_kept()
    {
        (
            await register.ImportAsync(
                await File.ReadAllTextAsync(OmbudApi.DemoFile("ringsted_follow_up.ndjson"), OmbudApi.Cancel),
                "ringsted"
            )
        ).Faults.ShouldBeEmpty();
        var wanted = new
        {
            kind = "status",
            from = "2018-08-01",
            to = "2021-07-31",
            title = "Status & opfølgning",
        };
        var address = (await register.PostAsync("/v1/reports", wanted, "ringsted")).ShouldBe(201).Header("Location")!;
        var answer = (await register.GetAsync(address, "ringsted", accept: MediaTypes.Pdf)).ShouldBe(200);
        (await register.GetAsync(address, "ringsted", accept: MediaTypes.Pdf)).Bytes.ShouldBe(answer.Bytes);
        using var pdf = new ReadingPdf(answer.Bytes);
        pdf.Title!.ShouldStartWith("Status & opfølgning");
        pdf.Raw.ShouldContain("Status &amp; opf");
        pdf.Text.ShouldContain(ReadingPdf.Squeezed(address));
        var html = Encoding.UTF8.GetString((await register.GetAsync(address, "ringsted", accept: MediaTypes.Html)).Bytes);
        foreach (var row in Rows(Section(html, "follow-up")))
            pdf.Text.ShouldContain(ReadingPdf.Squeezed(string.Concat(row)));
    }

    private async Task<ReadingPdf> PdfAsync(string rest = "") =>
        new((await register.DocumentAsync(MediaTypes.Pdf, rest)).ShouldBe(200).Bytes);
}
