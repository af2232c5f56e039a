using NodaTime;
using NodaTime.Text;
using Ombud.Domain.Cases;
using Ombud.Domain.Reports;

namespace Ombud.Domain.Tests.Cases;

public sealed class ReceivingACaseAtTheTurnOfTheYear
{
    private static readonly ReportingPeriod Year1920 = new(new(2019, 8, 1), new(2020, 7, 31));
    private static readonly ReportingPeriod Year2021 = new(new(2020, 8, 1), new(2021, 7, 31));

    [Theory]
    [InlineData("2020-07-31T23:30:00+02:00", "19/20")]
    [InlineData("2020-07-31T21:59:59Z", "19/20")]
    [InlineData("2020-07-31T22:00:00Z", "20/21")]
    [InlineData("2020-08-01T00:15:00+02:00", "20/21")]
    public void belongs_to_the_reporting_year_of_its_day_in_Copenhagen(string moment, string year)
    {
        var receivedAt = OffsetDateTimePattern.Rfc3339.Parse(moment).Value.ToInstant();
        var decision = (TheCase.Missing() with { Municipality = Drammen.Danish }).When(new ReceiveCase(ReceivedAt: receivedAt));
        var day = decision.ShouldBeOfType<Decision.Accepted>().Events.Cast<CaseReceived>().Single().OccurredOn;
        var period = new[] { Year1920, Year2021 }.Single(period => period.From <= day && day <= period.To);
        period.Label(Drammen.Danish.ReportingYearStart).ShouldBe(year);
    }

    [Fact]
    public void is_not_in_the_future_when_it_is_next_year_already_in_UTC_minus_one_hour()
    {
        var newYear = Instant.FromUtc(2022, 12, 31, 23, 0);
        TheCase
            .Missing()
            .When(new ReceiveCase(ReceivedAt: newYear), today: new(2023, 1, 1))
            .ShouldRecord(new CaseReceived(new(2023, 1, 1), null, newYear, null, null));
    }
}
