using System.Text;
using Ombud.Api.Http;
using Ombud.Api.Tests.Reports;

namespace Ombud.Api.Tests.FollowUp;

/// <summary>The follow-up as tables for a spreadsheet, as Accept says.</summary>
public sealed class FollowUpDocuments(RingstedApi api) : IClassFixture<RingstedApi>
{
    [Theory]
    [InlineData("reports", 2)]
    [InlineData("recommendations", 10)]
    [InlineData("answers", 6)]
    [InlineData("measures", 21)]
    [InlineData("links", 46)]
    [InlineData("slips", 1)]
    [InlineData("council", 3)]
    [InlineData("meetings", 0)]
    public async Task as_csv_have_a_line_for_each(string table, int lines)
    {
        var answer = (await DocumentAsync("text/csv", $"?table={table}")).ShouldBe(200);
        (answer.ContentType, answer.Header("Vary")).ShouldBe(("text/csv", "Accept, Accept-Language"));
        var text = Encoding.UTF8.GetString(answer.Bytes);
        text.Split("\r\n").Length.ShouldBe(lines + 2, text);
        text.ShouldEndWith("\r\n");
    }

    [Fact]
    public async Task show_the_slip_with_both_windows_in_words_and_days()
    {
        var lines = Encoding.UTF8.GetString((await DocumentAsync("text/csv", "?table=slips")).ShouldBe(200).Bytes).Split("\r\n");
        lines[0].ShouldBe("measure,title,slipped_on,old_from,old_to,old_words,new_from,new_to,new_words,days,reasons");
        lines[1]
            .ShouldEndWith(
                "2020-04-01,2020-03-01,2020-08-31,foråret og sommeren 2020,2021-03-01,2021-08-31,forår og "
                    + "sommer 2021,365,covid_19 dependency_on_other_measure"
            );
    }

    [Fact]
    public async Task in_a_zip_are_every_table_as_csv_has_it_and_the_same_to_the_byte_again()
    {
        const string AsOf = "asOf=2021-03-01T12:00:00Z";
        var zip = (await DocumentAsync("application/zip", $"?{AsOf}")).ShouldBe(200);
        zip.ContentType.ShouldBe("application/zip");
        var files = TheReport.Unpacked(zip.Bytes);
        files.Keys.ShouldBe([
            "reports.csv",
            "recommendations.csv",
            "answers.csv",
            "measures.csv",
            "links.csv",
            "slips.csv",
            "council.csv",
            "meetings.csv",
        ]);
        foreach (var (name, text) in files)
            text.ShouldBe(Encoding.UTF8.GetString((await DocumentAsync("text/csv", $"?{AsOf}&table={name[..^4]}")).ShouldBe(200).Bytes));
        (await DocumentAsync("application/zip", $"?{AsOf}")).Bytes.ShouldBe(zip.Bytes);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("*/*")]
    [InlineData("application/json")]
    public async Task are_json_where_nothing_else_is_asked_for(string? accept) =>
        (await DocumentAsync(accept, "")).ShouldBe(200).ContentType.ShouldBe("application/json");

    [Theory]
    [InlineData("text/csv", "", "required")]
    [InlineData("text/csv", "?table=by-month", "unknown_table")]
    [InlineData("application/zip", "?table=measures", "not_applicable")]
    [InlineData("application/json", "?table=measures", "not_applicable")]
    public async Task name_what_is_wrong_with_the_table(string accept, string query, string code) =>
        (await DocumentAsync(accept, query)).Faults().ShouldBe([("table", code)]);

    [Fact]
    public async Task of_another_kind_are_refused() => (await DocumentAsync("image/png", "")).ShouldBeProblem(406, "not-acceptable");

    private Task<Answer> DocumentAsync(string? accept, string query) =>
        api.GetAsync($"/v1/follow-up{query}", RingstedApi.Ringsted, accept: accept);
}
