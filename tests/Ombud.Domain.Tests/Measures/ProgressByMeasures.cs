using NodaTime;
using Ombud.Domain.Measures;
using Ombud.Domain.Recommendations;
using static Ombud.Domain.Measures.MeasureStatus;

namespace Ombud.Domain.Tests.Measures;

public sealed class ProgressByMeasures
{
    private static readonly LocalDate Today = References.Today;

    public static TheoryData<Progress, MeasureStatus[]> Table =>
        new()
        {
            { Progress.NotStarted, [] },
            { Progress.NotStarted, [Idea] },
            { Progress.NotStarted, [Idea, Abandoned] },
            { Progress.Decided, [Decided, Idea] },
            { Progress.Planned, [Planned, Decided] },
            { Progress.InProgress, [InProgress, Planned] },
            { Progress.InProgress, [InProgress, Completed] },
            { Progress.Rescheduled, [Rescheduled, InProgress, Completed] },
            { Progress.Delayed, [Postponed, Rescheduled, Completed] },
            { Progress.Implemented, [Completed] },
            { Progress.Implemented, [ExistingPractice] },
            { Progress.Implemented, [Recurring] },
            { Progress.Implemented, [Completed, ExistingPractice, Recurring] },
            { Progress.PartiallyImplemented, [Completed, Abandoned] },
            { Progress.PartiallyImplemented, [Recurring, Planned, Idea] },
            { Progress.Abandoned, [MeasureStatus.Abandoned, MeasureStatus.Abandoned] },
        };

    [Theory]
    [MemberData(nameof(Table))]
    public void follows_from_what_they_are(Progress progress, MeasureStatus[] measures)
    {
        Of([.. measures.Select(status => (status, (LocalDate?)null))]).ShouldBe(progress);
        Of([.. measures.Reverse().Select(status => (status, (LocalDate?)null))]).ShouldBe(progress);
    }

    public static TheoryData<MeasureStatus, bool> AfterTheWindow =>
        new()
        {
            { Idea, true },
            { Decided, true },
            { Planned, true },
            { InProgress, true },
            { Rescheduled, true },
            { Postponed, true },
            { Completed, false },
            { ExistingPractice, false },
            { Recurring, false },
            { MeasureStatus.Abandoned, false },
        };

    [Theory]
    [MemberData(nameof(AfterTheWindow))]
    public void is_delayed_once_a_window_has_ended_without_it(MeasureStatus status, bool late)
    {
        DerivedProgress.Late(status, Today.PlusDays(-1), Today).ShouldBe(late);
        (Of((status, Today.PlusDays(-1))) == Progress.Delayed).ShouldBe(late);
    }

    [Fact]
    public void is_not_delayed_on_the_last_day_of_the_window() => Of((InProgress, Today)).ShouldBe(Progress.InProgress);

    [Fact]
    public void is_delayed_where_one_of_several_is() =>
        Of((Completed, null), (InProgress, null), (Planned, Today.PlusDays(-1))).ShouldBe(Progress.Delayed);

    [Fact]
    public void is_delayed_while_one_is_postponed_whatever_its_window() => Of((Postponed, Today.PlusDays(400))).ShouldBe(Progress.Delayed);

    private static Progress Of(params (MeasureStatus, LocalDate?)[] measures) => DerivedProgress.Of(measures, Today);
}
