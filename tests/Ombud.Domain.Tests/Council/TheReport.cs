using NodaTime;
using Ombud.Domain.Reports;

namespace Ombud.Domain.Tests.Council;

/// <summary>
/// Situations that a report can be in once it is published. It was on 1 March 2023, with recommendations 1, 2 and 2a; today is 13 June.
/// </summary>
internal sealed record TheReport(params IReadOnlyList<object> Events)
{
    public static readonly LocalDate PublishedOn = References.PublishedOn;
    public static readonly LocalDate DayBefore = PublishedOn.PlusDays(-1);
    public static readonly LocalDate DecidedOn = new(2023, 4, 18);
    public static readonly LocalDate AnsweredOn = new(2023, 5, 16);
    public static readonly LocalDate Today = References.Today;
    public static readonly LocalDate Tomorrow = References.Tomorrow;
    public static readonly Guid Request = new("a0000000-0000-4000-8000-000000000001");

    public Report? State => Events.Aggregate((Report?)null, Report.Evolve);

    public static TheReport Missing() => new();

    public static TheReport Published() =>
        Missing().And(new RegisterReport(ReportKind.Annual, new(2022, 1, 1), new(2022, 12, 31), PublishedOn, "Årsmelding"));

    public static TheReport AskedAbout() =>
        Published().And(new RegisterCouncilRequest("city_council", "An account", DecidedOn, new(2023, 6, 1), Request));

    public static TheReport Answered() => AskedAbout().And(new AnswerRequestOf(Request, new(AnsweredOn, "With the report")));

    /// <summary>With what a command records, which must be accepted.</summary>
    public TheReport And(ReportCommand command) =>
        this with
        {
            Events = [.. Events, .. When(command).ShouldBeOfType<Decision.Accepted>().Events],
        };

    public Decision When(ReportCommand command) => CouncilDecider.Decide(State, command, References.Checks(), ["1", "2", "2a"]);
}
