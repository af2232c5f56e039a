using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ombud.Api.Reports.Documents;
using Ombud.Api.Tables;
using Ombud.Api.Tests.Deadlines;
using static Ombud.Api.Tests.Reports.TheReport;

namespace Ombud.Api.Tests.Reports;

/// <summary>The page that is put before a council.</summary>
public sealed class ReadingAReport(ReadingAReport.Register register) : IClassFixture<ReadingAReport.Register>
{
    private static readonly (string Table, string Section)[] Tables =
    [
        ("byMonth", "months"),
        ("byServiceArea", "service-areas"),
        ("byMatter", "matters"),
        ("byChannel", "channels"),
        ("byReferralSource", "referral-sources"),
        ("byOutcome", "outcomes"),
    ];

    public sealed class Register : OmbudApi
    {
        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            await this.ImportReportAsync();
        }
    }

    [Theory]
    [InlineData("nb")]
    [InlineData("da")]
    [InlineData("en")]
    public async Task every_figure_of_every_table_is_in_it(string language)
    {
        var (json, html) = await BothAsync(language);
        foreach (var (table, section) in Tables)
        {
            var expected = json["tables"]![table]!["rows"]!
                .AsArray()
                .Select(row =>
                    (string[])
                        [
                            (string)row!["label"]!,
                            $"{row["count"]}",
                            Percent(row["percent"], language),
                            .. row["percentOfMatters"] is { } ofMatters ? [Percent(ofMatters, language)] : (string[])[],
                        ]
                )
                .ToList();
            // Of which none is recorded there is a sentence.
            if (table != "byReferralSource")
                Rows(Section(html, section)).Take(expected.Count).ShouldBe(expected, section);
        }
    }

    [Fact]
    public async Task areas_stand_down_and_matters_across_in_a_box_that_scrolls_and_can_be_reached()
    {
        var (json, html) = await BothAsync("nb");
        var (section, table) = (Section(html, "areas-and-matters"), json["tables"]!["areaByMatter"]!);
        Rows(section)
            .ShouldBe([
                .. table["rows"]!
                    .AsArray()
                    .Select(row => (string[])[(string)row!["label"]!, .. row["counts"]!.AsArray().Select(count => $"{count}")]),
                ["I alt", .. json["tables"]!["byMatter"]!["rows"]!.AsArray().Select(row => $"{row!["count"]}")],
            ]);
        ThePage
            .All(section.Replace("<wbr>", "", StringComparison.Ordinal), "<th scope=\"col\"[^>]*>(.*?)</th>")
            .ShouldBe(["Tjenesteområde", .. table["columns"]!.AsArray().Select(column => (string)column!["label"]!)]);
        section.ShouldContain("<div class=\"across\" role=\"region\" aria-labelledby=\"areas-and-matters-title\" tabindex=\"0\">");
        ThePage.Text(section).ShouldContain("Tallene er saker, av 81 i alt. En sak med to forhold står i to kolonner");
    }

    [Theory]
    [InlineData("nb")]
    [InlineData("da")]
    [InlineData("en")]
    public async Task so_do_the_totals_the_flow_the_times_and_the_year_before(string language)
    {
        var (json, html) = await BothAsync(language);
        Figures(Section(html, "key-figures"))
            .ShouldBe([
                .. Of(json, "inquiries", "cases", "matters"),
                .. Of(json["people"]!, "count"),
                .. Of(json["flow"]!, "openAtStart", "received", "reopened", "closed", "openAtEnd")
                    .Zip(["", "+ ", "+ ", "− ", "= "], (figure, sign) => sign + figure),
            ]);
        foreach (var (row, figure) in new[] { "processingTime", "netProcessingTime" }.Index())
            Rows(Section(html, "processing-time"))[row]
                [1..]
                .ShouldBe(Of(json[figure]!, "n", "meanDays", "medianDays", "p90Days", "maximumDays"));
        var times = json["responseTime"]!;
        Figures(Section(html, "responses"))
            .ShouldBe([.. Of(times["deadlines"]!, "met", "late", "none", "pending"), .. Of(times, "breaches")]);
        var rows = Rows(Section(html, "responses"));
        foreach (var rule in times["byRule"]!.AsArray())
            rows.Single(row => row[0] == (string?)rule!["label"])[^(rule!["breaches"] is null ? 4 : 5)..]
                .ShouldBe([
                    .. Of(rule["deadlines"]!, "met", "late", "none", "pending"),
                    .. rule["breaches"] is null ? [] : Of(rule, "breaches"),
                ]);
        foreach (var unit in times["byUnit"]!.AsArray())
            rows.Single(row => row[0] == (string?)unit!["label"])[1..]
                .ShouldBe([
                    .. Of(unit!["days"]!, "n", "meanDays", "medianDays", "p90Days", "maximumDays"),
                    .. Of(unit["deadlines"]!, "met", "late", "none", "pending"),
                    .. Of(unit, "rank"),
                ]);
        foreach (var (row, name) in Rows(Section(html, "comparison")).Zip(["inquiries", "cases", "matters"]))
            row[1..4]
                .ShouldBe([
                    $"{json["comparison"]![name]!["before"]}",
                    $"{json["comparison"]![name]!["now"]}",
                    $"+{json["comparison"]![name]!["difference"]}",
                ]);
    }

    [Theory]
    [InlineData(
        "nb",
        "1. januar 2023 – 13. juni 2023",
        "13. juni 2023 kl. 15.00 (Europe/Oslo)",
        "Andel av 81 saker, hver avrundet for seg: summen trenger ikke bli 100.",
        "En sak er en henvendelse som faller inn under ombudets mandat og krever tilbakemelding fra ombudet."
    )]
    [InlineData(
        "da",
        "1. januar 2023 – 13. juni 2023",
        "13. juni 2023 kl. 15.00 (Europe/Oslo)",
        "Andel af 81 sager, hver afrundet for sig: summen behøver ikke blive 100.",
        "En sag er en henvendelse, der falder inden for borgerrådgiverens mandat og kræver svar fra borgerrådgiveren."
    )]
    [InlineData(
        "en",
        "1 January 2023 – 13 June 2023",
        "13 June 2023 at 15:00 (Europe/Oslo)",
        "Percent of 81 cases, each rounded by itself, so they need not add up to 100.",
        "A case is an inquiry that is within the ombud's mandate and requires a response from the ombud."
    )]
    public async Task it_says_of_what_and_when_it_speaks_and_what_it_counts(
        string language,
        string period,
        string asOf,
        string @base,
        string meaning
    )
    {
        var (json, html) = await BothAsync(language);
        var page = ThePage.Text(html);
        foreach (var words in new[] { "Drammen kommune", period, asOf, @base, meaning, (string)json["digest"]! })
            page.ShouldContain(words);
        html.ShouldStartWith("<!DOCTYPE html>");
        html.ShouldContain($"<html lang=\"{language}\">");
    }

    [Fact]
    public async Task each_chart_says_in_words_what_it_shows()
    {
        var html = await register.ReportHtmlAsync();
        Section(html, "months").ShouldContain("<desc id=\"months-figures\">januar 2023: 9; februar 2023: 15; mars 2023: 19;");
        foreach (Match chart in Regex.Matches(html, "<svg [^>]*>"))
            chart.Value.ShouldContain("role=\"img\" aria-labelledby=\"");
        Regex.Count(html, "<svg ").ShouldBe(3);
        Regex.Matches(html, " id=\"([^\"]*)\"").Select(id => id.Groups[1].Value).ShouldBeUnique();
        html.ShouldNotContain("<script");
        html.ShouldNotContain(" style=");
    }

    [Fact]
    public async Task a_month_that_was_cut_off_says_so() =>
        ThePage.Text(Section(await register.ReportHtmlAsync(), "months")).ShouldContain("* juni 2023 er telt til og med 13. juni 2023.");

    [Fact]
    public async Task many_months_are_a_line()
    {
        var html = System.Text.Encoding.UTF8.GetString((await register.DocumentAsync("text/html", "&language=en")).Bytes);
        html.ShouldNotContain("class=\"curve\"");
        var years = System.Text.Encoding.UTF8.GetString(
            (await register.GetAsync("/v1/reports/statistics?from=2021-01-01&to=2023-12-31&cutOff=2023-06-13", accept: "text/html"))
                .ShouldBe(200)
                .Bytes
        );
        Regex.Match(years, "class=\"curve\" d=\"([^\"]*)\"").Groups[1].Value.Split('L').Length.ShouldBe(36);
    }

    [Fact]
    public async Task norms_are_kept_apart_from_the_law()
    {
        var section = ThePage.Text(Section(await register.ReportHtmlAsync(), "responses"));
        section
            .IndexOf("Lovfrister", StringComparison.Ordinal)
            .ShouldBeLessThan(section.IndexOf("Normer, mål og satte datoer – ikke lovfrister", StringComparison.Ordinal));
        section.ShouldContain("At de oversittes, er ikke i seg selv et lovbrudd.");
        section.ShouldContain("Enheter der færre enn fem frister var omme, får ingen plass");
    }

    [Theory]
    [InlineData("nb", "1\u00a0234,5\u00a0%", "+12", "−3,0\u00a0%")]
    [InlineData("da", "1\u00a0234,5\u00a0%", "+12", "−3,0\u00a0%")]
    [InlineData("en", "1,234.5%", "+12", "−3.0%")]
    public void numbers_are_written_as_in_its_language(string language, string percent, string change, string fall)
    {
        Numbers.Write(Cell.Percent(1234.5m, false), language).ShouldBe(percent);
        Numbers.Write(new(CellKind.Change, 12), language).ShouldBe(change);
        Numbers.Write(new(CellKind.PercentChange, -3m), language).ShouldBe(fall);
    }

    [Theory]
    [InlineData("2023", "2023")]
    [InlineData("19/20", "19/20")]
    [InlineData("T1 2023", "1. tertial 2023")]
    [InlineData("H2 19/20", "2. halvår 19/20")]
    [InlineData("2023-01-01–2023-06-13", "fra – til")]
    public void a_period_is_called_as_people_call_it(string label, string name) => ReportWords.Named(label, "fra", "til").Nb.ShouldBe(name);

    private async Task<(JsonNode Json, string Html)> BothAsync(string language) =>
        (
            (await register.DocumentAsync("application/json", $"&language={language}")).ShouldBe(200).Json,
            await register.ReportHtmlAsync($"&language={language}")
        );

    private static string[] Figures(string section) => [.. ThePage.All(section, "<dd class=\"figure\">(.*?)</dd>")];

    private static string[] Of(JsonNode node, params string[] names) =>
        [.. names.Select(name => node[name] is { } figure ? $"{figure}" : "–")];

    private static string Percent(JsonNode? percent, string language)
    {
        var written = ((decimal)percent!).ToString("0.0", CultureInfo.InvariantCulture);
        return language == "en" ? $"{written}%" : $"{written.Replace('.', ',')} %";
    }
}
