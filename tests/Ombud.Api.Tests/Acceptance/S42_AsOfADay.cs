using System.Text;
using NodaTime;
using NodaTime.Text;
using Ombud.Api.Tests.Access;

namespace Ombud.Api.Tests.Acceptance;

/// <summary>A day means its end where the municipality is; today means now.</summary>
public sealed class S42_AsOfADay(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    private const string EndOfTheDay = "2023-06-13T21:59:59.999999Z";

    public async ValueTask InitializeAsync() => await api.ImportDrammenAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task answers_every_read_as_of_the_end_of_that_day()
    {
        var ids = new Dictionary<string, string> { ["cases"] = await api.IdAsync("DR-2023-047"), ["cases/number"] = "DR-2023-047" };
        var reads = (Operation.All()).Where(read => read.Parameters.Contains("asOf")).ToList();
        reads.Count.ShouldBeGreaterThan(20);
        foreach (var read in reads)
        {
            // What Drammen has none of is asked for all the same, by an id that nothing has.
            var address = OneOfEach.AddressOf(read, ids).Replace("//", $"/{Guid.Empty}/");
            var query = $"{(address.EndsWith('/') ? address + Guid.Empty : address)}?{SmallestQuery(read)}";
            var (day, moment) = (await api.GetAsync($"{query}&asOf=2023-06-13"), await api.GetAsync($"{query}&asOf={EndOfTheDay}"));
            day.Status.ShouldBe(query.Contains(Guid.Empty.ToString()) ? 404 : 200, query);
            moment.Status.ShouldBe(day.Status);
            if (day.Status == 200 && read.Path != "/v1/cases/{id}/personal-data")
                day.Bytes.ShouldBe(moment.Bytes, query);
            day.Header("Ombud-As-Of").ShouldBe(day.Status == 200 ? EndOfTheDay : null, query);
        }
    }

    [Theory]
    [InlineData("/deadlines")]
    [InlineData("/reports")]
    [InlineData("/follow-up")]
    public async Task shows_every_page_as_of_the_end_of_that_day(string page)
    {
        var day = (await api.GetAsync($"{page}?asOf=2023-06-13")).ShouldBe(200);
        var moment = (await api.GetAsync($"{page}?asOf={EndOfTheDay}")).ShouldBe(200);
        Text(day).ShouldBe(Text(moment).Replace(Uri.EscapeDataString(EndOfTheDay), "2023-06-13"));
    }

    [Theory]
    [InlineData("drammen", "2023-06-13", "2023-06-13T21:59:59.999999Z")]
    [InlineData("drammen", "2022-12-31", "2022-12-31T22:59:59.999999Z")]
    // The night of 26 March 2023 has an hour less, that of 29 October an hour more.
    [InlineData("ringsted", "2023-03-25", "2023-03-25T22:59:59.999999Z")]
    [InlineData("ringsted", "2023-03-26", "2023-03-26T21:59:59.999999Z")]
    [InlineData("ringsted", "2023-10-29", "2023-10-29T22:59:59.999999Z")]
    public async Task goes_by_the_municipality_s_time(string municipality, string day, string moment) =>
        (await api.GetAsync($"/v1/municipality?asOf={day}", municipality)).ShouldBe(200).Header("Ombud-As-Of").ShouldBe(moment);

    [Fact]
    public async Task means_now_where_the_day_is_today()
    {
        var made = await api.ReceiveAsync(new { receivedOn = "2023-06-12", number = "TODAY-1" });
        var before = SystemClock.Instance.GetCurrentInstant();
        var answer = (await api.GetAsync($"{made}?asOf={before.InZone(Oslo).Date:uuuu-MM-dd}")).ShouldBe(200);
        InstantPattern
            .ExtendedIso.Parse(answer.Header("Ombud-As-Of")!)
            .Value.ShouldBeInRange(before - Duration.FromSeconds(1), before + Duration.FromMinutes(1));
    }

    [Theory]
    [InlineData("2999-01-01")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public async Task refuses_a_day_that_has_not_ended_or_never_was(string day) =>
        (await api.GetAsync($"/v1/cases?asOf={day}")).ShouldBeProblem(400, "invalid-input").Fields.ShouldBe(["asOf"]);

    [Fact]
    public async Task says_in_a_fault_that_a_day_may_be_given() =>
        ((string?)(await api.GetAsync("/v1/cases?asOf=yesterday")).ShouldBeProblem(400, "invalid-input").Json["errors"]![0]!["detail"])
            .ShouldNotBeNull()
            .ShouldContain("a day, such as 2023-06-13");

    private static DateTimeZone Oslo { get; } = DateTimeZoneProviders.Tzdb["Europe/Oslo"];

    /// <summary>The contract cannot call required what something else may stand in the place of.</summary>
    private static string SmallestQuery(Operation read) =>
        read.Path switch
        {
            "/v1/reports/comparison" => "from=2023-01-01&to=2023-06-13&with=2023-07-01T00:00:00Z",
            "/v1/deadlines/calculate" => "rule=NO.fvl.11a.preliminary-reply&start=2023-03-06",
            _ => read.Query,
        };

    private static string Text(Answer page) => Encoding.UTF8.GetString(page.Bytes);
}
