using Ombud.Domain.Deadlines;
using static Ombud.Domain.Tests.Deadlines.TheDeadline;

namespace Ombud.Domain.Tests.Deadlines;

public sealed class SettingADate
{
    [Theory]
    [InlineData("ombud.request", DeadlineKind.OmbudSet)]
    [InlineData("council.request", DeadlineKind.CouncilSet)]
    [InlineData("agreed.date", DeadlineKind.Agreed)]
    public void means_that_date_whatever_day_it_is(string rule, DeadlineKind kind)
    {
        SetTo("2023-03-24", rule).ShouldBeDue("2023-03-24", "2023-03-24");
        SetTo("2023-04-08", rule).ShouldBeDue("2023-04-08", "2023-04-08");
        SetTo("2023-12-25", rule).ShouldBeDue("2023-12-25", "2023-12-25");
        SetTo("2023-03-24", rule).Rule.Kind.ShouldBe(kind);
    }

    [Fact]
    public void can_be_extended() => (SetTo("2023-03-24") with { ExtendedDays = 8 }).ShouldBeDue("2023-04-01", "2023-04-01");

    [Fact]
    public void belongs_to_neither_law()
    {
        SetTo("2023-03-24").Rule.DateIsSet.ShouldBeTrue();
        Denmark.InForce("ombud.request", Days.Day("2023-03-01")).ShouldBe(SetTo("2023-03-24").Rule);
    }
}
