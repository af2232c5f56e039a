using NodaTime;
using Ombud.Domain;
using Ombud.Domain.Cases;
using Ombud.Domain.Deadlines;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;
using Ombud.Projections.Cases;
using Ombud.Projections.Figures;
using Ombud.Projections.Statistics;

namespace Ombud.Projections.Comparisons;

/// <summary>
/// What one case adds to each figure of a report. Summed over all cases it is what the report's SQL counts, which a law holds; so the
/// difference between two reports can be told case by case, and event by event.
/// </summary>
public static class CaseFigures
{
    /// <param name="state">Null where there is no case yet: it adds nothing.</param>
    /// <param name="judgedOn">The day by which deadlines are judged.</param>
    /// <param name="municipality">Whose targets count.</param>
    /// <returns>By figure, as the report's JSON names it. A length of time is counted under its days,
    /// <c>processingTime.days[12]</c>, and a person under their id.</returns>
    public static IReadOnlyDictionary<string, int> Of(Case? state, ReportingPeriod period, LocalDate judgedOn, Municipality municipality)
    {
        var figures = new Dictionary<string, int>();
        if (state is not { Counted: true })
            return figures;
        foreach (
            var (figure, count) in Register(state, period)
                .Concat(Flow(state, period))
                .Concat(Own(state, period, judgedOn, municipality))
                .Concat(state.ResponseRequests.SelectMany(request => Responses(state, request, period, judgedOn)))
        )
            figures[figure] = figures.GetValueOrDefault(figure) + count;
        return figures;
    }

    private static IEnumerable<(string Figure, int Count)> Register(Case state, ReportingPeriod period)
    {
        if (!period.Counts(state.ReceivedOn))
            yield break;
        yield return ("inquiries", 1);
        yield return (state.FirstPerson is null ? "people.unknownInquiries" : "people.inquiries", 1);
        if (state.FirstPerson is { } person)
            yield return ($"people[{person}]", 1);
        if (state.DeclineReason is not null)
            yield return ("declined", 1);
        foreach (var figure in OfTables(CaseRow.Of(state)))
            yield return (figure, 1);
        if (!state.IsCase)
            yield break;
        yield return ("cases", 1);
        if (state.Matters.Count > 0)
            yield return ("matters", state.Matters.Count);
    }

    /// <summary>The rows of the usual tables of inquiries and cases in which one stands.</summary>
    private static IEnumerable<string> OfTables(CaseRow row) =>
        from table in StandardTables.All
        where table.Counts.Thing == CountedThing.Inquiries || (table.Counts.Thing == CountedThing.Cases && row.IsCase)
        from place in table.Counts.PlacesOf(row)
        select $"tables.{table.Name}[{place}]";

    private static IEnumerable<(string Figure, int Count)> Own(
        Case state,
        ReportingPeriod period,
        LocalDate judgedOn,
        Municipality municipality
    )
    {
        if (!period.Counts(state.ReceivedOn))
            yield break;
        foreach (
            var (name, term, sent) in new[]
            {
                ("acknowledgement", municipality.AcknowledgeWithin, state.AcknowledgedOn),
                ("firstReply", municipality.ReplyWithin, state.FirstRepliedOn),
            }
        )
            if (term is not null)
                yield return (
                    $"ownReplies.{name}.{OwnReplies.Outcome(term, municipality.Country, state.ReceivedOn, sent, period.CutOff, judgedOn)}",
                    1
                );
    }

    private static IEnumerable<(string Figure, int Count)> Flow(Case state, ReportingPeriod period)
    {
        if (!state.IsCase)
            yield break;
        foreach (
            var (ordinal, open) in state
                .OpenPeriods.Index()
                .Where(each => each.Item.OpenedOn <= period.CutOff && !(each.Item.ClosedOn < period.From))
        )
        {
            yield return (
                open.OpenedOn < period.From ? "flow.openAtStart"
                : ordinal == 0 ? "flow.received"
                : "flow.reopened",
                1
            );
            if (!(open.ClosedOn <= period.CutOff))
            {
                yield return ("flow.openAtEnd", 1);
                yield return ($"tables.openByAge[{OpenAges.Of(Period.DaysBetween(state.ReceivedOn, period.CutOff))}]", 1);
                continue;
            }
            yield return ("flow.closed", 1);
            yield return ($"tables.byOutcome[{open.Outcome ?? "not_recorded"}]", 1);
            yield return ("processingTime.n", 1);
            yield return ($"processingTime.days[{ProcessingTime.Of(state, open)}]", 1);
            yield return ("netProcessingTime.n", 1);
            yield return ($"netProcessingTime.days[{ProcessingTime.Net(state, ordinal)}]", 1);
        }
    }

    private static IEnumerable<(string Figure, int Count)> Responses(
        Case state,
        ResponseRequest request,
        ReportingPeriod period,
        LocalDate judgedOn
    )
    {
        if (request.RequestedOn > period.CutOff)
            yield break;
        var unit = $"responseTime.byUnit[{request.UnitOn(period.CutOff)}]";
        if (request.RespondedOn is { } responded && period.Counts(responded))
        {
            var days = Period.DaysBetween(request.Deadline?.StartsOn ?? request.RequestedOn, responded);
            foreach (var spread in new[] { "responseTime.days", $"{unit}.days" })
            {
                yield return ($"{spread}.n", 1);
                yield return ($"{spread}.days[{days}]", 1);
            }
        }
        if (request.Deadline is not { } deadline || Outcome(request, state.EndOf(request), deadline, period, judgedOn) is not { } outcome)
            yield break;
        yield return ($"responseTime.deadlines.{outcome}", 1);
        yield return ($"{unit}.deadlines.{outcome}", 1);
        var rule = $"responseTime.byRule[{deadline.Rule} {Codes.Of(deadline.Kind)}]";
        yield return ($"{rule}.deadlines.{outcome}", 1);
        if (deadline.Kind != DeadlineKind.Statutory || outcome is not ("late" or "none"))
            yield break;
        yield return ("responseTime.breaches", 1);
        yield return ($"{rule}.breaches", 1);
    }

    private static string? Outcome(
        ResponseRequest request,
        LocalDate? endedOn,
        Deadline deadline,
        ReportingPeriod period,
        LocalDate judgedOn
    ) =>
        request.MetOn is { } met && period.Counts(met)
            ? met <= deadline.LateAfter
                ? "met"
                : "late"
            : request.MetOn <= period.CutOff || endedOn < period.From || (endedOn <= period.CutOff && endedOn <= deadline.LateAfter)
                ? null
                : judgedOn > deadline.LateAfter && !deadline.Pauses.Any(pause => pause.Covers(LocalDate.Min(judgedOn, period.CutOff)))
                    ? "none"
                    : "pending";
}
