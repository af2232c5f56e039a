using NodaTime;
using Ombud.Domain.Cases;
using Ombud.Domain.Deadlines;
using Ombud.Domain.Entries;
using Ombud.Projections.Deadlines;

namespace Ombud.Projections.Tests.Deadlines;

/// <summary>The board put together case by case in memory, and a board that was read, as lines that can be compared.</summary>
internal sealed class PlainBoard(IEnumerable<(Guid Id, Case State)> cases, DeadlineFilter filter)
{
    private static readonly DeadlineState[] Over = [DeadlineState.Met, DeadlineState.MetLate, DeadlineState.Waived, DeadlineState.Ended];

    /// <summary>All that the filter lets through, whatever the state asked for.</summary>
    private readonly List<Place> _scope =
    [
        .. from each in cases
        where each.State.Counted && (filter.Case ?? each.Id) == each.Id
        from known in each.State.ResponseRequests.Concat(each.State.ResponseRequests.SelectMany(request => Promises(request, filter.On)))
        let request = known with
        {
            Deadline = Then(each.State, known, filter.On),
        }
        where request.Deadline is not null && request.RequestedOn <= filter.On
        let place = new Place(each.Id, each.State, request, UnitOn(request, filter.On), StateOf(each.State, request, filter))
        where Wanted(place, filter)
        select place,
    ];

    public IEnumerable<string> Counts =>
        _scope
            .GroupBy(place => (place.Unit, place.Stands))
            .Select(group => $"{group.Key.Unit} {group.Key.Stands} {group.Count()}")
            .Order(StringComparer.Ordinal);

    public IEnumerable<string> Lines
    {
        get
        {
            var inOrder = _scope
                .Where(place => filter.State is null || place.Stands == filter.State)
                .OrderBy(place => place.Deadline.LateAfter)
                .ThenBy(place => place.Case)
                .ThenBy(place => place.Request.Id)
                .ThenBy(place => place.Deadline.Rule == Promised);
            return (IsOver(filter.State) ? inOrder.Reverse() : inOrder).Select(place =>
                Line(
                    place.Case,
                    place.State.Number,
                    place.Request.Id,
                    place.Unit,
                    place.Request.RequestedOn,
                    place.Stands,
                    place.Deadline,
                    Happened(place.Request.MetOn),
                    Happened(place.Request.RespondedOn),
                    Replies(place.Request, filter.On).Select(reply => (LocalDate?)reply.ReceivedOn).FirstOrDefault(),
                    Replies(place.Request, filter.On).Select(reply => reply.ExpectedOn).LastOrDefault(day => day is not null),
                    place.Request.RemindedOn.Count(day => day <= filter.On),
                    Happened(place.Request.WaivedOn)
                )
            );
        }
    }

    private LocalDate? Happened(LocalDate? day) => day > filter.On ? null : day;

    private static IEnumerable<PreliminaryReply> Replies(ResponseRequest request, LocalDate on) =>
        request.PreliminaryReplies.OrderBy(reply => reply.ReceivedOn).Where(reply => reply.ReceivedOn <= on);

    /// <summary>
    /// The deadline before the first of its resumptions and extensions that follows the last of those that had happened by then; what is
    /// known of its rule and its start is known of it then too.
    /// </summary>
    private static Deadline? Then(Case state, ResponseRequest request, LocalDate on)
    {
        if (request.Deadline is not { } now || now.Rule == Promised)
            return request.Deadline;
        var entries = state.Entries.Standing().Select(each => (CaseEvent?)(each.Event as CaseEvent)).ToList();
        var last = entries.FindLastIndex(entry => GivesADate(entry) && entry!.OccurredOn <= on);
        var next = entries.FindIndex(last + 1, GivesADate);
        var by =
            next < 0
                ? now
                : Folding.Fold<Case>(entries.Take(next).OfType<object>())!.Request(request.Id)!.Deadline! with
                {
                    EndsAt = default,
                };
        return now with
        {
            RawDueOn = by.RawDueOn,
            DueOn = by.DueOn,
            CommunicatedDueOn = by.CommunicatedDueOn,
            EndsAt = by.EndsAt,
            ExtendedDays = by.ExtendedDays,
            Pauses = [.. now.Pauses.Where(pause => pause.From <= on).Select(pause => pause.To > on ? pause with { To = null } : pause)],
        };

        bool GivesADate(CaseEvent? entry) => entry is DeadlineResumed or DeadlineExtended && ((IOfRequest)entry).RequestId == request.Id;
    }

    public static IEnumerable<string> CountsOf(DeadlineBoard board) =>
        board.Counts.Select(count => $"{count.Unit} {count.State} {count.Count}").Order(StringComparer.Ordinal);

    public static IEnumerable<string> LinesOf(DeadlineBoard board) =>
        board.Lines.Select(line =>
            Line(
                line.Case,
                line.CaseNumber,
                line.Request,
                line.Unit,
                line.RequestedOn,
                line.State,
                line.Deadline,
                line.MetOn,
                line.RespondedOn,
                line.PreliminaryReplyOn,
                line.ExpectedOn,
                line.Reminders,
                line.WaivedOn
            )
        );

    private static string Line(
        Guid @case,
        string? number,
        Guid request,
        string unit,
        LocalDate requested,
        DeadlineState state,
        Deadline deadline,
        LocalDate? met,
        LocalDate? responded,
        LocalDate? replied,
        LocalDate? expected,
        int reminders,
        LocalDate? waived
    ) =>
        $"""
            {@case} {number} {request} {unit} {requested} {state} by {deadline.Rule} {deadline.RuleVersion} {deadline.Kind}
            """
        + $"""
             from {deadline.StartsOn} for {deadline.Term} as of {deadline.CalendarKnownOn}
            due {deadline.RawDueOn} {deadline.DueOn} {deadline.CommunicatedDueOn} {deadline.EndsAt} {deadline.SetOn} paused {string.Join(
                ", ",
                deadline.Pauses
            )} extended {deadline.ExtendedDays} {deadline.Recomputed}
            others {string.Join(
                ", ",
                deadline.Others
            )} met {met} responded {responded} replied {replied} expected {expected} reminded {reminders} waived {waived}
            """;

    /// <summary>Back from the present unit, past every move that had not happened yet.</summary>
    public static string UnitOn(ResponseRequest request, LocalDate day) =>
        (request.FormerUnits ?? []).Reverse().TakeWhile(former => former.MovedOn > day).LastOrDefault()?.Unit ?? request.Unit;

    private static DeadlineState StateOf(Case state, ResponseRequest request, DeadlineFilter filter) =>
        new DeadlineFacts(
            request.Deadline!.LateAfter,
            request.MetOn,
            request.WaivedOn,
            request.Deadline.Pauses,
            state.Closed && request.MetOn is null ? state.OpenPeriods[^1].ClosedOn : null
        ).On(filter.On, filter.Soon);

    /// <summary>The day that the unit promised its answer for, as a request of its own from the day of the promise.</summary>
    private static IEnumerable<ResponseRequest> Promises(ResponseRequest request, LocalDate on) =>
        Replies(request, on)
            .Where(reply => reply.ExpectedOn is not null)
            .TakeLast(1)
            .Select(reply => (On: reply.ExpectedOn!.Value, Said: reply.ReceivedOn))
            .Select(promise =>
                request with
                {
                    RequestedOn = promise.Said,
                    Deadline = new(
                        Promised,
                        1,
                        DeadlineKind.Agreed,
                        promise.Said,
                        null,
                        promise.Said,
                        promise.On,
                        promise.On,
                        promise.On,
                        default,
                        false,
                        false,
                        null,
                        null,
                        []
                    )
                    {
                        SetOn = promise.On,
                    },
                }
            );

    private const string Promised = "agreed.date";

    private static bool Wanted(Place place, DeadlineFilter filter) =>
        (filter.Unit ?? place.Unit) == place.Unit
        && (filter.Rule ?? place.Deadline.Rule) == place.Deadline.Rule
        && (filter.Kind ?? place.Deadline.Kind) == place.Deadline.Kind
        && !(place.Deadline.LateAfter < filter.DueFrom)
        && !(place.Deadline.LateAfter > filter.DueTo)
        && ((filter.Case is not null && filter.State is null) || IsOver(filter.State) == IsOver(place.Stands));

    private static bool IsOver(DeadlineState? state) => state is { } known && Over.Contains(known);

    private sealed record Place(Guid Case, Case State, ResponseRequest Request, string Unit, DeadlineState Stands)
    {
        public Deadline Deadline => Request.Deadline!;
    }
}
