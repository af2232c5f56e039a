using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using NodaTime;
using Ombud.Api.Http;
using Ombud.Domain;
using Ombud.Domain.Deadlines;
using Ombud.Domain.Municipalities;
using Ombud.Projections.Deadlines;

namespace Ombud.Api.Deadlines;

/// <summary>What can be asked of the board, as JSON and as a page.</summary>
public sealed record BoardRequest(
    [property: Description(
        "Only those in this state. Met, met_late, waived and ended ones are listed only where they, or a case, are asked for."
    )]
        DeadlineState? State = null,
    [property: Description("A unit of the municipality.")] string? Unit = null,
    [property: Description("A rule, such as NO.fvl.11a.preliminary-reply.")] string? Rule = null,
    [property: Description("What stands behind the deadline.")] DeadlineKind? Kind = null,
    [property: Description("All deadlines of a case, also those that are over.")] Guid? CaseId = null,
    [property: Description("With its last day on this day or later.")] LocalDate? DueFrom = null,
    [property: Description("With its last day on this day or earlier.")] LocalDate? DueTo = null,
    [property: Description("The day to judge by; that of asOf, unless it is given.")] LocalDate? On = null,
    [property: AsOf] Instant? AsOf = null,
    [property: Description(Languages.Description)] string? Language = null,
    [property: Description("The next of the page before.")] string? Cursor = null,
    [property: Description("How many at the most."), Range(1, Paging.MostAtOnce)] int Limit = 50
)
{
    public IEnumerable<Fault> Faults(Municipality municipality, IClock clock)
    {
        foreach (
            var fault in Moments
                .AsOfFaults(AsOf, clock)
                .Concat(Languages.Faults(Language))
                .Concat(Paging.Faults<DeadlinePlace>(Cursor, Limit))
        )
            yield return fault;
        if (DueFrom > DueTo)
            yield return new("dueTo", "before_start", $"It is before dueFrom, {DueFrom:uuuu-MM-dd}.") { Value = $"{DueTo:uuuu-MM-dd}" };
        if (Unit is not null && !municipality.Units.EverContained(Unit))
            yield return municipality.Units.Unknown("unit", Unit);
        if (Rule is not null && !municipality.Rules.Knows(Rule))
            yield return municipality.Rules.Unknown("rule", Rule);
        if (On is { Year: < 1900 or > 2199 })
            yield return new("on", "out_of_range", "Give a day of the years 1900 to 2199.") { Value = $"{On:uuuu-MM-dd}" };
    }

    public DeadlineFilter Filter(Municipality municipality, IClock clock)
    {
        var latest = municipality.DayOf(AsOf ?? clock.GetCurrentInstant());
        var on = On ?? latest;
        return new(
            on,
            on >= latest,
            municipality.DueSoonDays,
            AsOf,
            State,
            Unit,
            Rule,
            Kind,
            CaseId,
            DueFrom,
            DueTo,
            Cursor is null ? null : Http.Cursor.Read<DeadlinePlace>(Cursor),
            Limit + 1
        );
    }
}
