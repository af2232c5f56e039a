using NodaTime;
using Ombud.Domain.Municipalities;

namespace Ombud.Domain.Cases;

/// <summary>What may happen to a case.</summary>
public static class CaseDecider
{
    /// <param name="state">The case, or null where there is none yet.</param>
    /// <param name="today">The day of recording in the municipality's time zone.</param>
    public static Decision Decide(Case? state, CaseCommand command, Municipality municipality, LocalDate today)
    {
        var check = new CaseChecks(municipality, today, state?.ReceivedOn).Within(
            command is ForRequest { Command: var about } ? about : command
        );
        return (state, command) switch
        {
            (null, ReceiveCase c) => Receive(c, check),
            (null, _) => CaseRefusals.NotFound,
            (_, ReceiveCase) => CaseRefusals.AlreadyReceived,

            ({ Voided: true }, VoidCase) => Decision.Nothing,
            ({ Voided: true }, _) => CaseRefusals.IsVoided,
            (_, VoidCase c) => check.Reason(c.Reason).Then(() => new CaseVoided(today, c.Reason)),

            (_, AssessCase c) => Assess(state, c, check),
            (_, CategorizeCase c) => Categorize(state, c, check),

            // Seen once is seen: a later look adds nothing to the basis.
            ({ HandlingReviewedOn: not null }, ReviewHandling) => Decision.Nothing,
            (_, ReviewHandling c) => check.Day("reviewedOn", c.ReviewedOn).Then(() => new HandlingReviewed(c.ReviewedOn ?? today)),

            (_, RequestResponse c) => ResponseRequesting.Decide(state, c, check),
            (_, ForRequest c) => state.ResponseRequests.FirstOrDefault(request => request.Id == c.RequestId) is { } request
                ? RequestDecider.Decide(request, c.Command, check)
                : CaseRefusals.RequestNotFound,

            ({ Closed: true }, CloseCase c)
                when state.LatestPeriod.Outcome == c.Outcome
                    && state.LatestPeriod.ClosedOn == (c.ClosedOn ?? state.LatestPeriod.ClosedOn) => Decision.Nothing,
            ({ Closed: true }, CloseCase) => CaseRefusals.IsClosed,
            (_, CloseCase c) => check
                .Code("outcome", c.Outcome, municipality.Outcomes)
                .Day("closedOn", c.ClosedOn)
                .NotBefore("closedOn", c.ClosedOn ?? today, state.LatestPeriod.OpenedOn, "the case was opened")
                .Then(() => new CaseClosed(c.ClosedOn ?? today, c.Outcome)),

            ({ Closed: false }, ReopenCase) => CaseRefusals.IsOpen,
            (_, ReopenCase c) => check
                .Day("reopenedOn", c.ReopenedOn)
                .NotBefore("reopenedOn", c.ReopenedOn ?? today, state.LatestPeriod.ClosedOn, "the case was closed")
                .Then(() => new CaseReopened(c.ReopenedOn ?? today)),

            (_, CorrectCase c) => Correct(state, c, check),
            (_, AddNote c) => check.Some("text", c.Text).Day("notedOn", c.NotedOn).Then(() => new NoteAdded(c.NotedOn ?? today, c.Text)),

            ({ Closed: false }, DeliverToArchive) => CaseRefusals.IsOpen,
            ({ DeliveredToArchiveOn: { } on }, DeliverToArchive c) when on == (c.DeliveredOn ?? on) => Decision.Nothing,
            (_, DeliverToArchive c) => check
                .Day("deliveredOn", c.DeliveredOn)
                .NotBefore("deliveredOn", c.DeliveredOn ?? today, state.LatestPeriod.ClosedOn, "the case was closed")
                .Then(() => new DeliveredToArchive(c.DeliveredOn ?? today)),
            _ => throw new InvalidOperationException($"No rule for {command.GetType().Name}."),
        };
    }

    private static Decision Receive(ReceiveCase c, CaseChecks check) =>
        check
            .Received(c.ReceivedOn, c.ReceivedAt, required: true)
            .Number(c.Number)
            .Code("channel", c.Channel, check.Municipality.Channels)
            .Code("referralSource", c.ReferralSource, check.Municipality.ReferralSources)
            .Categories(c.ServiceArea, c.Matters, c.Units)
            .Resident(c.Resident)
            .Then(() =>
            {
                var on = check.ReceivedDay(c.ReceivedOn, c.ReceivedAt)!.Value;
                List<object> events =
                [
                    new CaseReceived(on, c.Number, c.ReceivedAt, c.Channel, c.ReferralSource, c.PersonId, c.Resident, c.Summary),
                ];
                if (c.WithinMandate is not null || c.RequiresResponse is not null)
                    events.Add(new CaseAssessed(on, c.WithinMandate, c.RequiresResponse));
                if (c.ServiceArea is not null || c.Matters is { Count: > 0 } || c.Units is { Count: > 0 })
                    events.Add(new CaseCategorized(on, c.ServiceArea, c.Matters ?? [], c.Units ?? []));
                return events;
            });

    private static Decision Assess(Case state, AssessCase c, CaseChecks check) =>
        (c.WithinMandate ?? state.WithinMandate) == state.WithinMandate
        && (c.RequiresResponse ?? state.RequiresResponse) == state.RequiresResponse
        && (c.WithinMandate is not null || c.RequiresResponse is not null)
            ? Decision.Nothing
            : check
                .AtLeastOne("withinMandate", "Give withinMandate, requiresResponse or both.", c.WithinMandate, c.RequiresResponse)
                .Day("assessedOn", c.AssessedOn)
                .Then(() => new CaseAssessed(c.AssessedOn ?? check.Today, c.WithinMandate, c.RequiresResponse));

    private static Decision Categorize(Case state, CategorizeCase c, CaseChecks check)
    {
        var units = c.Units ?? [];
        // The same categories again is a retry, not a second fact.
        if (
            state.ServiceArea == c.ServiceArea
            && state.Matters.ToHashSet().SetEquals(c.Matters)
            && state.Units.ToHashSet().SetEquals(units)
        )
            return Decision.Nothing;
        return check
            .Categories(c.ServiceArea, c.Matters, units)
            .Some("matters", c.Matters)
            .Day("categorizedOn", c.CategorizedOn)
            .Then(() => new CaseCategorized(c.CategorizedOn ?? check.Today, c.ServiceArea, c.Matters, units));
    }

    private static Decision Correct(Case state, CorrectCase c, CaseChecks check)
    {
        var receivedOn = check.ReceivedDay(c.ReceivedOn, c.ReceivedAt);
        var firstClosing = state.OpenPeriods.Count == 1 ? c.ClosedOn ?? state.OpenPeriods[0].ClosedOn : state.OpenPeriods[0].ClosedOn;
        var closedBefore = c.ClosedOn is { } day && day < state.LatestPeriod.OpenedOn && state.OpenPeriods.Count > 1;
        return check
            .Reason(c.Reason)
            .Number(c.Number)
            .AtLeastOne(
                "number",
                "Give what is to be corrected: number, receivedOn, receivedAt, channel, referralSource, closedOn, resident or summary.",
                c.Number,
                c.ReceivedOn,
                c.ReceivedAt,
                c.Channel,
                c.ReferralSource,
                c.ClosedOn,
                c.Resident,
                c.Summary
            )
            .Resident(c.Resident)
            .Received(c.ReceivedOn, c.ReceivedAt, required: false)
            .Code("channel", c.Channel, check.Municipality.Channels)
            .Code("referralSource", c.ReferralSource, check.Municipality.ReferralSources)
            .Day("closedOn", c.ClosedOn, notBeforeReceipt: receivedOn is null)
            .When(c.ClosedOn is not null && !state.Closed, new("closedOn", "not_closed", "The case is not closed; close it instead."))
            .When(
                closedBefore,
                new(
                    "closedOn",
                    "before_opening",
                    $"The case was reopened on {state.LatestPeriod.OpenedOn:uuuu-MM-dd}; it cannot be closed before that."
                )
            )
            .When(
                receivedOn > firstClosing,
                new("receivedOn", "after_closing", $"The case was closed on {firstClosing:uuuu-MM-dd}; it cannot be received after that.")
            )
            .Then(() =>
            {
                var corrected = new CaseCorrected(
                    check.Today,
                    c.Reason,
                    c.Number,
                    receivedOn,
                    c.ReceivedAt,
                    c.Channel,
                    c.ReferralSource,
                    c.ClosedOn,
                    null,
                    c.Resident,
                    c.Summary
                );
                return Stands(state, corrected) ? new List<object>() : corrected;
            });
    }

    /// <summary>True where the case says so already: the same correction again is a retry, not a second fact.</summary>
    private static bool Stands(Case state, CaseCorrected e) =>
        // Whether it says so already cannot be told of what is enciphered.
        e is { Resident: null, Summary: null }
        && (e.Number ?? state.Number) == state.Number
        && (e.Channel ?? state.Channel) == state.Channel
        && (e.ReferralSource ?? state.ReferralSource) == state.ReferralSource
        && (e.ReceivedOn is null || (e.ReceivedOn == state.ReceivedOn && e.ReceivedAt == state.ReceivedAt))
        && (e.ClosedOn is null || e.ClosedOn == state.LatestPeriod.ClosedOn);
}
