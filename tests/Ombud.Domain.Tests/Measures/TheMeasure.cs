using NodaTime;
using Ombud.Domain.Measures;

namespace Ombud.Domain.Tests.Measures;

/// <summary>
/// Situations that a measure can be in. It was registered on 15 January 2020 for spring and summer, and today is 13 June 2023.
/// </summary>
internal sealed record TheMeasure(params IReadOnlyList<object> Events)
{
    public static readonly LocalDate RegisteredOn = new(2020, 1, 15);
    public static readonly LocalDate PostponedOn = new(2020, 4, 1);
    public static readonly LocalDate RescheduledOn = new(2020, 10, 5);
    public static readonly LocalDate StartedOn = new(2020, 3, 2);
    public static readonly LocalDate CompletedOn = new(2020, 9, 30);
    public static readonly LocalDate Today = References.Today;
    public static readonly LocalDate Tomorrow = References.Tomorrow;

    public static readonly Window SpringAndSummer = new(
        new(2020, 3, 1),
        new(2020, 8, 31),
        WindowPrecision.Season,
        "foråret og sommeren 2020"
    );
    public static readonly Window AYearLater = new(new(2021, 3, 1), new(2021, 8, 31), WindowPrecision.Season, "forår og sommer 2021");
    public static readonly GivenWindow SaidFirst = new("foråret og sommeren 2020");
    public static readonly GivenWindow SaidLater = new("forår og sommer 2021");

    public Measure? State => Events.Aggregate((Measure?)null, Measure.Evolve);

    public static TheMeasure Missing() => new();

    public static TheMeasure Planned() =>
        Missing()
            .And(
                new RegisterMeasure(
                    "Secure communication",
                    MeasureStatus.Planned,
                    [References.Recommendation],
                    Window: SaidFirst,
                    LoggedOn: RegisteredOn
                )
            );

    public static TheMeasure WithoutAWindow() =>
        Missing().And(new RegisterMeasure("A network of lighthouses", MeasureStatus.Decided, LoggedOn: RegisteredOn));

    public static TheMeasure Started() =>
        Planned().And(new LogFollowUp(MeasureStatus.InProgress, StartedOn: StartedOn, LoggedOn: StartedOn));

    public static TheMeasure Completed() =>
        Started().And(new LogFollowUp(MeasureStatus.Completed, CompletedOn: CompletedOn, LoggedOn: RescheduledOn));

    public static TheMeasure Postponed() => Planned().And(Postponing(DelayReason.Covid19));

    public static TheMeasure Rescheduled() =>
        Postponed()
            .And(
                new LogFollowUp(
                    MeasureStatus.Rescheduled,
                    Window: SaidLater,
                    Reasons: [DelayReason.DependencyOnOtherMeasure],
                    LoggedOn: RescheduledOn
                )
            );

    public static LogFollowUp Postponing(params IReadOnlyList<DelayReason> reasons) =>
        new(MeasureStatus.Postponed, Reasons: reasons, LoggedOn: PostponedOn);

    /// <summary>An entry that says nothing but what is given.</summary>
    public static AdministrationFollowUpLogged Entry(
        LocalDate on,
        MeasureStatus? status = null,
        Window? window = null,
        IReadOnlyList<DelayReason>? reasons = null,
        int? percent = null,
        LocalDate? startedOn = null,
        LocalDate? completedOn = null,
        string? note = null
    ) => new(on, null, null, status, window, reasons ?? [], percent, startedOn, completedOn, null, note);

    /// <summary>With what a command records, which must be accepted.</summary>
    public TheMeasure And(MeasureCommand command) =>
        this with
        {
            Events = [.. Events, .. When(command).ShouldBeOfType<Decision.Accepted>().Events],
        };

    public Decision When(MeasureCommand command) => MeasureDecider.Decide(State, command, References.Checks());
}
