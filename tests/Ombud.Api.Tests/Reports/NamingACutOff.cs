using Ombud.Api.CommandLine;
using Ombud.Api.Terminal;
using Spectre.Console;

namespace Ombud.Api.Tests.Reports;

/// <summary>The last day that counts, named: it cannot be after the day of which the report speaks. Today is 13 June 2023.</summary>
public sealed class NamingACutOff(ClockedOmbudApi api) : IClassFixture<ClockedOmbudApi>
{
    [Theory]
    [InlineData("statistics?from=2023-01-01&to=2023-12-31&cutOff=2023-06-13")]
    [InlineData("statistics?from=2023-01-01&to=2023-12-31")]
    // It is half past midnight of the 13th in Drammen.
    [InlineData("statistics?from=2023-01-01&to=2023-12-31&cutOff=2023-06-13&asOf=2023-06-12T22:30:00Z")]
    [InlineData("comparison?from=2023-01-01&to=2023-12-31&cutOff=2023-06-13&asOf=2023-05-01T12:00:00Z")]
    [InlineData("comparison?from=2023-01-01&to=2023-12-31&cutOff=2023-06-01&asOf=2023-06-01T12:00:00Z&with=2023-05-01T12:00:00Z")]
    public async Task that_has_come_is_counted_to(string report) => (await api.GetAsync($"/v1/reports/{report}")).ShouldBe(200);

    [Theory]
    [InlineData("statistics?from=2023-01-01&to=2023-12-31&cutOff=2023-06-14", "2023-06-13")]
    [InlineData("statistics?from=2023-01-01&to=2023-12-31&cutOff=2023-12-31", "2023-06-13")]
    // It is half past eleven in the evening of the 12th in Drammen.
    [InlineData("statistics?from=2023-01-01&to=2023-12-31&cutOff=2023-06-13&asOf=2023-06-12T21:30:00Z", "2023-06-12")]
    [InlineData("comparison?from=2023-01-01&to=2023-12-31&cutOff=2023-06-14&asOf=2023-05-01T12:00:00Z", "2023-06-13")]
    [InlineData(
        "comparison?from=2023-01-01&to=2023-12-31&cutOff=2023-06-02&asOf=2023-06-01T12:00:00Z&with=2023-05-01T12:00:00Z",
        "2023-06-01"
    )]
    public async Task that_has_not_come_is_refused_with_the_last_that_can_be_given(string report, string last) =>
        Says(await api.GetAsync($"/v1/reports/{report}"), last);

    [Fact]
    public async Task that_has_not_come_is_not_published() =>
        Says(
            await api.PostAsync(
                "/v1/reports",
                new
                {
                    kind = "annual",
                    from = "2023-01-01",
                    to = "2023-12-31",
                    cutOff = "2023-06-14",
                }
            ),
            "2023-06-13"
        );

    [Theory]
    [InlineData(14, 1, "ombud: --cut-off: The report speaks as of 2023-06-13. Give that day or an earlier one, or leave it out.")]
    [InlineData(13, 0, "")]
    public async Task at_the_command_line_is_held_to_the_same(int day, int exit, string said)
    {
        var (complaints, before, file) = (new StringWriter(), Console.Error, Path.GetTempFileName());
        Console.SetError(complaints);
        try
        {
            (
                await ReportCommand.PrintAsync(
                    api.Services,
                    new Screen(AnsiConsole.Console),
                    new("drammen", new(new(2023, 1, 1), new(2023, 12, 31)), null, null, CutOff: new(2023, 6, day)),
                    OmbudApi.Cancel,
                    new(ReportFormat.Json, file)
                )
            ).ShouldBe(exit);
        }
        finally
        {
            Console.SetError(before);
            File.Delete(file);
        }
        complaints.ToString().ShouldContain(said);
    }

    private static void Says(Answer answer, string last)
    {
        var fault = answer.ShouldBeProblem(400, "invalid-input").Json["errors"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)fault["field"], (string?)fault["code"]).ShouldBe(("cutOff", "in_the_future"));
        ((string)fault["detail"]!).ShouldContain($"as of {last}. Give that day or an earlier one");
    }
}
