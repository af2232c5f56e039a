using NodaTime;
using Ombud.Domain;
using Ombud.Projections.Cases;
using Ombud.Projections.Deadlines;
using Ombud.Projections.Engine;
using Ombud.Projections.Flow;

namespace Ombud.Projections.Figures;

/// <summary>Something that tables count. Each is declared here, once.</summary>
/// <param name="Name">As in <c>cases.byUnit</c>.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Total">The figure of a report that is the total of a period.</param>
/// <param name="Rows">SQL of the rows known at a moment, in a period from <c>@from</c> to <c>@cutOff</c>.</param>
/// <param name="OfCases">True where a row is a row of the case register; else it names the case whose it is.</param>
public sealed record CountedThing(string Name, Phrase Label, string Total, Func<Instant?, string> Rows, bool OfCases)
{
    /// <summary>The column by which several rows are one; null where each row is one.</summary>
    public string? Distinct { get; init; }

    /// <summary>
    /// True where its rows have the day of their case's receipt, which leads to the case in an index that holds what is counted by.
    /// </summary>
    public bool HasReceipt { get; init; }

    /// <summary>What each of them took; those that are still under way have not taken it yet.</summary>
    public IReadOnlyList<Measure> Measures { get; init; } = [];

    public static readonly CountedThing Inquiries = new(
        "inquiries",
        new("Henvendelser", "Henvendelser", "Inquiries", "Henvendingar"),
        "inquiries",
        asOf => $"select *, received_on as day from ombud.case_register where {CaseRegister.ReceivedIn(asOf)}",
        true
    );

    public static readonly CountedThing Cases = new(
        "cases",
        new("Saker", "Sager", "Cases"),
        "cases",
        asOf => $"select *, received_on as day from ombud.case_register where {CaseRegister.ReceivedIn(asOf)} and is_case",
        true
    );

    public static readonly CountedThing Matters = new(
        "matters",
        new("Forhold", "Klageforhold", "Matters"),
        "matters",
        asOf =>
            $"""
                select *, received_on as day
                from ombud.case_register cross join lateral unnest(matters) as each (matter)
                where {CaseRegister.ReceivedIn(asOf)} and is_case
                """,
        true
    );

    /// <summary>Each once, however often they came; those of whom nothing was told are not among them.</summary>
    public static readonly CountedThing People = new(
        "people",
        new("Personer", "Personer", "People", "Personar"),
        "people.count",
        asOf =>
            $"""
                select register.*, person, register.received_on as day
                from (select * from ombud.case_register where {CaseRegister.ReceivedIn(asOf)}) as register
                join (select stream_id, person from ombud.case_people
                      where tenant_id = @tenant and received_on between @from and @cutOff and {Known.AsOf(
                    asOf
                )}) as people using (stream_id)
                """,
        true
    )
    {
        Distinct = "person",
    };

    public static readonly CountedThing Closings = new(
        "closings",
        new("Avslutninger", "Afslutninger", "Closings", "Avslutningar"),
        "flow.closed",
        asOf =>
            $"""
                select stream_id, closed_on as day, outcome, closed_on, received_on, net_days
                from ({CaseFlow.Reaching(asOf)}) as reaching
                where closed_on <= @cutOff
                """,
        false
    )
    {
        Measures = [Measure.ProcessingTime, Measure.NetProcessingTime],
        HasReceipt = true,
    };

    /// <summary>The outcomes of cases that were closed without being considered.</summary>
    internal static readonly string[] OutcomesNotConsidered = ["declined", "withdrawn", "to_other_body"];

    /// <summary>The closings but those of cases that were not considered: declined, withdrawn or for another body.</summary>
    public static readonly CountedThing Considered = new(
        "considered",
        new("Realitetsbehandlede saker", "Realitetsbehandlede sager", "Cases considered", "Realitetsbehandla saker"),
        "considered",
        asOf =>
            $"""
                select * from ({Closings!.Rows(asOf)}) as closings
                where coalesce(outcome, '') not in ({string.Join(", ", OutcomesNotConsidered.Select(outcome => $"'{outcome}'"))})
                """,
        false
    )
    {
        Measures = Closings!.Measures,
        HasReceipt = true,
    };

    public static readonly CountedThing Open = new(
        "open",
        new("Åpne saker", "Åbne sager", "Open cases", "Opne saker"),
        "flow.openAtEnd",
        asOf =>
            $"""
                select stream_id, received_on, @cutOff - received_on as age
                from ({CaseFlow.Reaching(asOf)}) as reaching
                where coalesce(closed_on > @cutOff, true)
                """,
        false
    )
    {
        Measures = [Measure.OpenTime],
        HasReceipt = true,
    };

    public static readonly CountedThing Responses = new(
        "responses",
        new("Svar", "Svar", "Responses"),
        "responseTime.days.n",
        asOf =>
            $"""
                select stream_id, responded_on as day, {BoardSql.UnitOn(
                    "@cutOff"
                )} as unit, rule, result, responded_on, starts_on, requested_on
                from ombud.response_deadlines
                where tenant_id = @tenant and {Known.AsOf(asOf)} and {ResponseDeadlines.Over} and {ResponseDeadlines.OverOn} >= @from
                      and responded_on between @from and @cutOff and not promised
                """,
        false
    )
    {
        Measures = [Measure.ResponseTime],
    };

    public static readonly IReadOnlyList<CountedThing> All = [Inquiries, Cases, Matters, People, Closings, Considered, Open, Responses];
}
