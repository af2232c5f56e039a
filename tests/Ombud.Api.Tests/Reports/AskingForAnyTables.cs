using System.IO.Compression;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Ombud.Api.Tests.Acceptance;
using Ombud.Api.Tests.Deadlines;
using Ombud.Projections.Figures;
using static Ombud.Api.Tests.ImportedLines;

namespace Ombud.Api.Tests.Reports;

/// <summary>Tables of the statistics by their names, in every form.</summary>
public sealed class AskingForAnyTables(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    private const string JsonStat = "application/json-stat+json";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Period = "/v1/reports/statistics?from=2023-01-01&to=2023-06-13";

    public async ValueTask InitializeAsync() => await api.ImportDrammenAsync();

    [Fact]
    public async Task gives_those_and_no_others_in_the_order_asked_for()
    {
        var tables = (await AskAsync("open.byAge,cases.byServiceArea*matter"))["tables"]!.AsObject();

        tables.Select(table => table.Key).ShouldBe(["open.byAge", "cases.byServiceArea*matter"]);
        var cross = tables["cases.byServiceArea*matter"]!;
        ((string?)cross["base"], (int)cross["baseCount"]!, (bool)cross["multipleResponse"]!).ShouldBe(("cases", 76, true));
        cross["rows"]!.AsArray().Count.ShouldBe(9 * 5);
        var cell = cross["rows"]!.AsArray().Single(row => row!["codes"]!.ToJsonString() == "[\"health\",\"late_or_no_reply\"]")!;
        ((string?)cell["labels"]![0]).ShouldBe("Helse");
    }

    [Fact]
    public async Task counts_what_the_usual_tables_count()
    {
        var usual = await api.ReportAsync();
        var asked = await AskAsync("cases.byMonth,cases.byServiceArea,cases.byMatter,cases.byChannel,open.byAge,inquiries.byType");

        foreach (
            var (one, other) in new[]
            {
                ("byMonth", "cases.byMonth"),
                ("byServiceArea", "cases.byServiceArea"),
                ("byMatter", "cases.byMatter"),
                ("byChannel", "cases.byChannel"),
                ("openByAge", "open.byAge"),
                ("inquiriesByType", "inquiries.byType"),
            }
        )
        {
            asked.Counts(other).ShouldBe(usual.Counts(one), other);
            asked.Percents(other).ShouldBe(usual.Percents(one), other);
        }
        // Of the same snapshot, all else is as without them.
        asked["flow"]!.ToJsonString().ShouldBe(usual["flow"]!.ToJsonString());
    }

    /// <summary>Whoever adds a dimension finds it in every document, or this test fails.</summary>
    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    [InlineData("da")]
    [InlineData("en")]
    public async Task every_table_there_is_can_be_had_in_every_form(string language)
    {
        foreach (var names in TableName.All.Concat(TableName.Measured).Chunk(20))
        {
            var address = $"{Period}&language={language}&tables={string.Join(',', names)}";
            var json = (await api.GetAsync(address)).ShouldBe(200).Json["tables"]!.AsObject();
            json.Select(table => table.Key).ShouldBe(names);
            var files = names.Select(name => TableName.Parse(name).Document).ToList();

            var page = Encoding.UTF8.GetString((await GetAsync(address, "text/html")).ShouldBe(200).Bytes);
            foreach (var file in files)
                page.ShouldContain($"<section id=\"{file}\">");
            using var zip = new ZipArchive(new MemoryStream((await GetAsync(address, "application/zip")).ShouldBe(200).Bytes));
            files.ShouldBeSubsetOf(zip.Entries.Select(entry => Path.GetFileNameWithoutExtension(entry.Name)));
            using var workbook = new ZipArchive(
                new MemoryStream(
                    (await GetAsync(address, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")).ShouldBe(200).Bytes
                )
            );
            var titles = json.Select(table => (string)table.Value!["title"]!).ToList();
            var sheets = await Task.WhenAll(workbook.Entries.Select(ReadAsync));
            using var pdf = new ReadingPdf((await GetAsync(address, "application/pdf")).ShouldBe(200).Bytes);
            foreach (var title in titles)
            {
                sheets.Count(sheet => sheet.Contains($">{title}<")).ShouldBe(1, title);
                pdf.Bookmarks.ShouldContain(title);
                pdf.Text.ShouldContain(ReadingPdf.Squeezed(title));
            }
        }
    }

    private static async Task<string> ReadAsync(ZipArchiveEntry entry)
    {
        using var text = new StreamReader(await entry.OpenAsync());
        return await text.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Closed on the 30th after 28 days, of which 10 in a pause; and again after 16 days, of which 11 closed.</summary>
    [Fact]
    public async Task what_closings_took_is_told_with_and_without_pauses_and_the_time_closed()
    {
        const string Request = "\"requestId\":\"00000000-0000-4000-8000-0000000000a1\"";
        await api.RecordAllAsync(
            "drammen",
            Received("T-1", "2019-03-02", "\"serviceArea\":\"health\""),
            Line(
                "T-1",
                "request_response",
                "2019-03-03",
                $"{Request},\"requestedOn\":\"2019-03-02\",\"unit\":\"building_office\",\"startsOn\":\"2019-03-02\","
                    + "\"rules\":[\"NO.pbl.21-7.building-application\"]"
            ),
            Line("T-1", "suspend_deadline", "2019-03-10", $"{Request},\"suspendedOn\":\"2019-03-10\",\"reason\":\"awaiting_other_body\""),
            Line("T-1", "resume_deadline", "2019-03-20", $"{Request},\"resumedOn\":\"2019-03-20\""),
            Line("T-1", "register_response", "2019-03-29", $"{Request},\"respondedOn\":\"2019-03-29\""),
            Line("T-1", "close_case", "2019-03-30", "\"closedOn\":\"2019-03-30\",\"outcome\":\"guided\""),
            Line("T-1", "reopen_case", "2019-04-10", "\"reopenedOn\":\"2019-04-10\""),
            Line("T-1", "close_case", "2019-04-15", "\"closedOn\":\"2019-04-15\",\"outcome\":\"guided\"")
        );
        const string Address = "/v1/reports/statistics?from=2019-01-01&to=2019-12-31&language=en&tables=";
        const string Both = "closings.byServiceArea.processingTime,closings.byServiceArea.netProcessingTime";

        var report = (await api.GetAsync(Address + Both)).ShouldBe(200).Json;
        report["processingTime"]!.ToJsonString().ShouldBe("""{"n":2,"medianDays":36,"p90Days":44,"maximumDays":44,"meanDays":36}""");
        report["netProcessingTime"]!.ToJsonString().ShouldBe("""{"n":2,"medianDays":20.5,"p90Days":23,"maximumDays":23,"meanDays":20.5}""");
        foreach (var (table, whole) in new[] { ("processingTime", "processingTime"), ("netProcessingTime", "netProcessingTime") })
        {
            var found = report["tables"]![$"closings.byServiceArea.{table}"]!;
            found["days"]!.ToJsonString().ShouldBe(report[whole]!.ToJsonString());
            found["rows"]!.AsArray().Single(row => (string?)row!["code"] == "health")!["days"]!
                .ToJsonString()
                .ShouldBe(report[whole]!.ToJsonString());
        }

        var csv = Encoding.UTF8.GetString(
            (await GetAsync($"{Address}closings.byServiceArea.netProcessingTime", "text/csv")).ShouldBe(200).Bytes
        );
        csv.Split("\r\n")[0].ShouldStartWith("code,label,closings,percent,mean_days,median_days,p90_days,maximum_days,before,");
        csv.ShouldMatch(@"health,[^,]+,2,100(\.0)?,20\.5,20\.5,23,23,0,2,");
        ThePage
            .Text(Encoding.UTF8.GetString((await GetAsync(Address + Both, "text/html")).ShouldBe(200).Bytes))
            .ShouldContain("Closings by service area: time open, without pauses");
        var dataset = JsonNode.Parse((await GetAsync(Address + Both, JsonStat)).ShouldBe(200).Bytes)!["link"]!["item"]![1]!;
        dataset["id"]!.AsArray().Select(id => (string)id!).ShouldBe(["serviceArea", "figure"]);
        ((string?)dataset["role"]!["metric"]![0]).ShouldBe("figure");
        dataset["value"]!.AsArray().Take(5).Select(value => (decimal?)value).ShouldBe([2, 20.5m, 20.5m, 23, 23]);

        var series = (
            await api.GetAsync("/v1/reports/series?from=2018-01-01&to=2019-12-31&tables=closings.byServiceArea.netProcessingTime")
        )
            .ShouldBe(200)
            .Json["tables"]!["closings.byServiceArea.netProcessingTime"]!;
        ((int)series["days"]![0]!["n"]!, (decimal)series["days"]![1]!["meanDays"]!).ShouldBe((0, 20.5m));

        // Two are fewer than three.
        var hidden = (await api.GetAsync($"{Address}{Both}&minimumCell=3")).ShouldBe(200).Json;
        hidden["processingTime"]!.ToJsonString().ShouldBe("{}");
        hidden["tables"]!["closings.byServiceArea.netProcessingTime"]!["days"]!.ToJsonString().ShouldBe("{}");
    }

    [Theory]
    [InlineData("cases.byUnit.processingTime", "closings, considered")]
    [InlineData("closings.byUnit.responseTime", "of closings processingTime, netProcessingTime")]
    [InlineData("closings.byUnit.", "netProcessingTime")]
    public async Task what_a_thing_does_not_take_is_answered_with_what_it_does(string table, string says) =>
        ((string?)(await api.GetAsync($"{Period}&tables={table}")).ShouldBe(400).Json["errors"]![0]!["detail"])!.ShouldContain(says);

    [Fact]
    public async Task a_csv_file_is_the_one_table_that_was_asked_for()
    {
        var csv = Encoding.UTF8.GetString((await GetAsync($"{Period}&tables=cases.byServiceArea", "text/csv")).ShouldBe(200).Bytes);
        csv.Split('\n')[0].TrimEnd().ShouldStartWith("code,label,cases,percent,before");
        (
            (string?)(await GetAsync($"{Period}&tables=cases.byUnit,cases.byMatter", "text/csv")).ShouldBe(400).Json["errors"]![0]!["code"]
        ).ShouldBe("too_many");
    }

    [Fact]
    public async Task statistics_software_reads_them_as_json_stat()
    {
        var answer = (await GetAsync($"{Period}&tables=cases.byServiceArea*quarter,cases.byUnit&minimumCell=3", JsonStat)).ShouldBe(200);

        var collection = JsonNode.Parse(answer.Bytes)!;
        ((string?)collection["version"], (string?)collection["class"]).ShouldBe(("2.0", "collection"));
        var dataset = collection["link"]!["item"]![0]!;
        ((string?)dataset["class"], (string?)dataset["href"]).ShouldBe(("dataset", "cases.byServiceArea*quarter"));
        dataset["id"]!.AsArray().Select(id => (string)id!).ShouldBe(["serviceArea", "quarter"]);
        dataset["size"]!.AsArray().Select(size => (int)size!).ShouldBe([9, 2]);
        dataset["role"]!["time"]!.AsArray().Select(id => (string)id!).ShouldBe(["quarter"]);
        var values = dataset["value"]!.AsArray();
        values.Count.ShouldBe(9 * 2);
        ((int)values[0]!, (int)values[1]!).ShouldBe((15, 12));
        // What is hidden has no value and a status.
        values
            .Index()
            .Where(value => value.Item is null)
            .Select(value => $"{value.Index}")
            .ShouldBe(dataset["status"]!.AsObject().Select(status => status.Key));
        dataset["status"]!.AsObject().ShouldNotBeEmpty();
        ((string?)dataset["dimension"]!["serviceArea"]!["category"]!["label"]!["health"]).ShouldBe("Helse");
    }

    [Fact]
    public async Task the_usual_ones_are_json_stat_too()
    {
        var usual = await api.ReportAsync();
        var datasets = JsonNode.Parse((await GetAsync(DrammenReport.Address(), JsonStat)).ShouldBe(200).Bytes)!["link"]!["item"]!.AsArray();

        datasets.Count.ShouldBe(usual["tables"]!.AsObject().Count);
        datasets.Single(dataset => (string?)dataset!["href"] == "cases.byServiceArea")!["value"]!
            .AsArray()
            .Select(value => (int)value!)
            .ShouldBe(usual.Counts("byServiceArea"));
        foreach (var dataset in datasets)
            dataset!["value"]!.AsArray().Count.ShouldBe(dataset["size"]!.AsArray().Aggregate(1, (product, size) => product * (int)size!));
    }

    [Fact]
    public async Task excel_opens_the_csv_of_its_own_dialect_by_a_double_click()
    {
        var excel = (await GetAsync($"{Period}&tables=cases.byServiceArea&dialect=excel", "text/csv")).ShouldBe(200).Bytes;
        excel[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        var lines = Encoding.UTF8.GetString(excel[3..]).Split("\r\n");
        lines[0].ShouldStartWith("code;label;cases;percent;");
        lines[1].ShouldStartWith("health;Helse;27;35,5;");
        var label = lines.Single(line => line.StartsWith("infrastructure;", StringComparison.Ordinal));
        label.ShouldContain("Infrastruktur (vann, avløp, renovasjon);8;10,5", Case.Sensitive, "a comma needs no quotes");

        using var zip = new ZipArchive(
            new MemoryStream((await GetAsync($"{Period}&dialect=excel", "application/zip")).ShouldBe(200).Bytes)
        );
        foreach (var entry in zip.Entries)
        {
            using var read = new BinaryReader(entry.Open());
            read.ReadBytes(3).ShouldBe([0xEF, 0xBB, 0xBF], entry.Name);
        }
        (await GetAsync($"{Period}&dialect=lotus", "text/csv")).ShouldBe(400);
    }

    [Fact]
    public async Task small_counts_are_hidden_in_them_and_cannot_be_subtracted()
    {
        var report = await AskAsync("cases.byServiceArea,cases.byServiceArea*quarter,cases.byQuarter&minimumCell=3");

        var rows = report["tables"]!["cases.byServiceArea*quarter"]!["rows"]!.AsArray();
        foreach (var row in rows.Where(row => row!["count"] is not null))
            ((int)row!["count"]!).ShouldNotBeInRange(1, 2);
        // In no row of the cross is one quarter alone hidden: the other and the area's sum would give it away.
        foreach (var area in rows.GroupBy(row => (string)row!["codes"]![0]!))
            if (
                report["tables"]!["cases.byServiceArea"]!["rows"]!.AsArray().Single(row => (string?)row!["code"] == area.Key)!["count"]
                is not null
            )
                area.Count(row => row!["count"] is null).ShouldNotBe(1, area.Key);
        rows.ShouldAllBe(row => row!["before"] == null);
    }

    [Theory]
    [InlineData("cases.byFoo", "unknown_table", "byUnit, byChannel")]
    [InlineData("persons", "unknown_table", "cases.byUnit, ")]
    [InlineData("cases.byUnit*unit", "unknown_table", "byUnit")]
    [InlineData("cases.byUnit*matter*month", "too_many_dimensions", "two at once")]
    [InlineData("", "unknown_table", "cases.byUnit, ")]
    public async Task an_unknown_one_is_answered_with_the_list(string tables, string code, string says)
    {
        var error = (await api.GetAsync($"{Period}&tables={tables}")).ShouldBe(400).Json["errors"]![0]!;
        ((string?)error["field"], (string?)error["code"]).ShouldBe(("tables", code));
        ((string?)error["detail"])!.ShouldContain(says);
    }

    [Fact]
    public async Task too_many_or_too_long_ones_are_told_the_limit()
    {
        var many = (await api.GetAsync($"{Period}&tables={string.Join(',', TableName.All.Take(21))}")).ShouldBe(400).Json["errors"]![0]!;
        ((string?)many["detail"])!.ShouldContain("at most 20");
        var tooLong = (
            await api.GetAsync("/v1/reports/statistics?from=1990-01-01&to=2030-12-31&tables=cases.byMonth*channel,cases.byMonth*matter")
        ).ShouldBe(200);
        tooLong.Json["tables"]!.AsObject().Count.ShouldBe(2);
        (
            (string?)
                (await api.GetAsync("/v1/reports/statistics?from=1985-01-01&to=2030-12-31&tables=cases.byMonth*quarter"))
                    .ShouldBe(400)
                    .Json["errors"]![0]!["code"]
        ).ShouldBe("too_long");
    }

    [Theory]
    [InlineData("from=2023-02-01&to=2023-12-31&tables=cases.byUnit", "from", "2024-01-01")]
    [InlineData("from=2023-01-01&to=2023-12-30&tables=cases.byUnit", "to", "2023-12-31")]
    [InlineData("from=2000-01-01&to=2023-12-31&tables=cases.byUnit", "to", "at most 20")]
    [InlineData("from=2023-01-01&to=2023-12-31&tables=cases.byUnit&by=decade", "by", "quarter")]
    [InlineData("from=2023-01-01&to=2023-12-31&tables=cases.byNothing", "tables", "byUnit")]
    [InlineData("from=2023-01-01&to=2023-12-31", "tables", "")]
    public async Task a_series_names_what_is_wrong_with_it(string query, string field, string says)
    {
        var error = (await api.GetAsync($"/v1/reports/series?{query}")).ShouldBe(400).Json["errors"]![0]!;
        ((string?)error["field"]).ShouldBe(field);
        ((string?)error["detail"])!.ShouldContain(says);
    }

    [Fact]
    public async Task what_follows_from_other_tables_and_from_people_and_replies_is_hidden_with_them()
    {
        // The same twice, the other way round, and two tables with one margin that was not asked for.
        var report = await AskAsync(
            "cases.byServiceArea*quarter,cases.byQuarter*serviceArea,cases.byServiceArea*channel,matters.byServiceArea,"
                + "cases.byServiceArea*matter&minimumCell=4"
        );
        var hidden = Hidden(report, "cases.byServiceArea*quarter").Select(codes => (codes[0], codes[1])).ToList();
        hidden.ShouldNotBeEmpty();
        Hidden(report, "cases.byQuarter*serviceArea").Select(codes => (codes[1], codes[0])).ShouldBe(hidden, ignoreOrder: true);
        foreach (var area in hidden.GroupBy(each => each.Item1).Where(area => area.Count() == 1))
            Hidden(report, "cases.byServiceArea*channel")
                .ShouldContain(codes => codes[0] == area.Key, $"the rest of {area.Key} gives it away");

        var several = (await api.GetAsync($"{Period}&tables=cases.byMonth,cases.byQuarter*unit&minimumCell=3")).ShouldBe(400).Json[
            "errors"
        ]![0]!;
        ((string?)several["detail"])!.ShouldContain("month or quarter");
        (await api.GetAsync($"{Period}&tables=cases.byMonth,cases.byQuarter")).ShouldBe(200);

        static List<string[]> Hidden(JsonNode report, string table) =>
            [
                .. report["tables"]![table]!["rows"]!
                    .AsArray()
                    .Where(row => row!["count"] is null)
                    .Select(row => row!["codes"]!.AsArray().Select(code => (string)code!).ToArray()),
            ];
    }

    [Fact]
    public async Task codes_that_took_each_others_place_in_turn_stay_as_they_are()
    {
        var configuration = OmbudApi.Configuration("drammen");
        var units = configuration["units"]!.AsArray();
        foreach (var (code, other) in new[] { ("north", "south"), ("south", "north") })
            units.Add(
                new JsonObject
                {
                    ["value"] = code,
                    ["nb"] = code,
                    ["da"] = code,
                    ["en"] = code,
                    ["inForceTo"] = "2020-12-31",
                    ["replaces"] = new JsonArray(other),
                }
            );
        (await api.SendAsync(HttpMethod.Put, "/v1/municipality", JsonContent.Create(configuration), "drammen", null)).ShouldBe(200);
        await api.RecordAllAsync("drammen", Received("N-1", "2020-03-01", "\"units\":[\"north\"]"));

        var series = (await api.GetAsync("/v1/reports/series?from=2020-01-01&to=2021-12-31&tables=cases.byUnit")).ShouldBe(200).Json;
        series["tables"]!["cases.byUnit"]!["rows"]!.AsArray().Count(row => (string?)row!["codes"]![0] == "north").ShouldBe(1);
    }

    [Fact]
    public async Task a_handler_may_be_called_anything_and_a_year_be_the_last()
    {
        await api.RecordAllAsync(
            "drammen",
            Received("H-1", "2021-03-01", "\"handler\":\"not_recorded\""),
            Received("H-2", "2021-03-01", "\"serviceArea\":\"health\"")
        );
        var year = "/v1/reports/statistics?from=2021-01-01&to=2021-12-31&tables=cases.byHandler&minimumCell=3";
        (await api.GetAsync(year)).ShouldBe(200);
        (await GetAsync(year, JsonStat)).ShouldBe(200);
        (await api.GetAsync("/v1/reports/statistics?from=9998-01-01&to=9998-12-31&tables=cases.byReportingYear")).Status.ShouldBeOneOf(
            200,
            400
        );
    }

    [Fact]
    public async Task no_sheet_of_a_workbook_has_a_longer_name_than_a_spreadsheet_takes()
    {
        var tables = "cases.byServiceArea*referralSource,cases.byServiceArea*reportingYear,cases.byServiceArea*channel";
        using var workbook = new ZipArchive(new MemoryStream((await GetAsync($"{Period}&tables={tables}", Xlsx)).ShouldBe(200).Bytes));
        var names = System
            .Xml.Linq.XDocument.Load(workbook.GetEntry("xl/workbook.xml")!.Open())
            .Descendants()
            .Where(element => element.Name.LocalName == "sheet")
            .Select(element => (string)element.Attribute("name")!)
            .ToList();
        names.ShouldAllBe(name => name.Length <= 31);
        names.ShouldBeUnique();
    }

    [Theory]
    [InlineData("application/zip")]
    [InlineData("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    public async Task a_series_is_a_file_of_tables_too(string mediaType) =>
        (
            await GetAsync(
                "/v1/reports/series?from=2022-01-01&to=2023-12-31&by=tertial&tables=cases.byServiceArea,open.byAge*unit",
                mediaType
            )
        )
            .ShouldBe(200)
            .Bytes.Length.ShouldBeGreaterThan(500);

    private async Task<JsonNode> AskAsync(string tables) =>
        (await api.GetAsync($"{Period}&language=nb&asOf={DrammenReport.AsOf}&tables={tables}")).ShouldBe(200).Json;

    private Task<Answer> GetAsync(string address, string mediaType) => api.GetAsync(address, accept: mediaType);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
