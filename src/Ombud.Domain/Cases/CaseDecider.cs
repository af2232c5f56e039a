using NodaTime;
using Ombud.Domain.Entries;
using Ombud.Domain.Municipalities;

namespace Ombud.Domain.Cases;

/// <summary>What may happen to a case.</summary>
public static class CaseDecider
{
    /// <param name="state">The case, or null where there is none yet.</param>
    /// <param name="today">The day of recording in the municipality's time zone.</param>
    /// <param name="day">The day that an entry bears unless the command gives one; the day of recording, unless it is given.</param>
    /// <param name="other">The other case of a command on two; null where there is none.</param>
    /// <param name="receivedOn">The day of receipt; that of the state, unless it is given.</param>
    public static Decision Decide(
        Case? state,
        CaseCommand command,
        Municipality municipality,
        LocalDate today,
        LocalDate? day = null,
        Case? other = null,
        LocalDate? receivedOn = null
    )
    {
        var check = new CaseChecks(municipality, today, state, day ?? today).Within(
            command is ForRequest { Command: var about } ? about : command
        );
        return (state, command) switch
        {
            (null, ReceiveCase c) => Receive(c, check),
            (null, _) => CaseRefusals.NotFound,
            (_, ReceiveCase) => CaseRefusals.AlreadyReceived,

            ({ Voided: true }, VoidCase) => Decision.Nothing,
            ({ Voided: true }, WithdrawCaseEntry c) when state.Entries.At(c.Version) is CaseVoided => Withdraw(state, c, check),
            ({ Voided: true }, _) => CaseRefusals.IsVoided,
            ({ MergedInto: { } into }, MergeCase c) when into == c.CaseId => Decision.Nothing,
            ({ MergedInto: not null }, WithdrawCaseEntry c) when state.Entries.At(c.Version) is CaseMerged => Withdraw(state, c, check),
            ({ MergedInto: not null }, _) => CaseRefusals.IsMerged,
            (_, MergeCase c) => Merging.Merge(state, other, c, check),
            (_, LinkCase c) => Merging.Link(state, other, c, check),
            (_, WithdrawCaseEntry c) => Withdraw(state, c, check),
            (_, VoidCase c) => check.Reason(c.Reason).Then(() => new CaseVoided(check.DayUnlessGiven, c.Reason)),

            (_, DescribeInquiry c) => Describe(state, c, check, receivedOn ?? state.ReceivedOn),
            ({ DeclineReason: { } reason }, DeclineInquiry c)
                when reason == c.Reason && state.DeclinedOn == (c.DeclinedOn ?? state.DeclinedOn) => Decision.Nothing,
            (_, DeclineInquiry c) => check
                .Code("reason", c.Reason, municipality.DeclineReasons, c.DeclinedOn ?? check.DayUnlessGiven)
                .Day("declinedOn", c.DeclinedOn)
                .Record("declinedOn", new InquiryDeclined(c.DeclinedOn ?? check.DayUnlessGiven, c.Reason)),
            (_, ForwardInquiry c)
                when state.Forwardings.Any(each =>
                    each.Recipient == c.Recipient && each.ForwardedOn == (c.ForwardedOn ?? each.ForwardedOn)
                ) => Decision.Nothing,
            (_, ForwardInquiry c) => check
                .Code("recipient", c.Recipient, municipality.Recipients, c.ForwardedOn ?? check.DayUnlessGiven)
                .Day("forwardedOn", c.ForwardedOn)
                .Record("forwardedOn", new InquiryForwarded(c.ForwardedOn ?? check.DayUnlessGiven, c.Recipient)),

            (_, AssignHandler c) when state.Handler == c.Handler => Decision.Nothing,
            (_, AssignHandler c) => check
                .Required("handler", c.Handler, "Give the office's own id for whoever handles it.")
                .Day("assignedOn", c.AssignedOn)
                .Record("assignedOn", new HandlerAssigned(c.AssignedOn ?? check.DayUnlessGiven, c.Handler)),
            (_, DisqualifyHandler c) when state.Disqualified.Contains(c.Handler) => Decision.Nothing,
            (_, DisqualifyHandler c) => check
                .Required("handler", c.Handler, "Give the office's own id for whoever is disqualified.")
                .Reason(c.Reason)
                .Day("disqualifiedOn", c.DisqualifiedOn)
                .Record("disqualifiedOn", new HandlerDisqualified(c.DisqualifiedOn ?? check.DayUnlessGiven, c.Handler, c.Reason)),
            ({ AcknowledgedOn: { } on }, SendAcknowledgement c) when on == (c.SentOn ?? on) => Decision.Nothing,
            (_, SendAcknowledgement c) => check
                .Day("sentOn", c.SentOn)
                .Record("sentOn", new AcknowledgementSent(c.SentOn ?? check.DayUnlessGiven)),
            ({ FirstRepliedOn: { } on }, SendFirstReply c) when on == (c.SentOn ?? on) => Decision.Nothing,
            (_, SendFirstReply c) => check.Day("sentOn", c.SentOn).Record("sentOn", new FirstReplySent(c.SentOn ?? check.DayUnlessGiven)),

            (_, AssessCase c) => Assess(state, c, check),
            (_, CategorizeCase c) => Categorize(state, c, check, receivedOn ?? state.ReceivedOn),

            // Seen once is seen: a later look adds nothing to the basis.
            ({ HandlingReviewedOn: not null }, ReviewHandling) => Decision.Nothing,
            (_, ReviewHandling c) => check
                .Day("reviewedOn", c.ReviewedOn)
                .Record("reviewedOn", new HandlingReviewed(c.ReviewedOn ?? check.DayUnlessGiven)),

            (_, RequestResponse c) => ResponseRequesting.Decide(state, c, check),
            (_, ForRequest c) => state.Request(c.RequestId) is { } request
                ? RequestDecider.Decide(state, request, c.Command, check)
                : CaseRefusals.RequestNotFound,

            ({ Closed: true }, CloseCase c)
                when state.LatestPeriod.Outcome == c.Outcome
                    && state.LatestPeriod.ClosedOn == (c.ClosedOn ?? state.LatestPeriod.ClosedOn) => Decision.Nothing,
            (_, CloseCase c) => check
                .Code("outcome", c.Outcome, municipality.Outcomes, c.ClosedOn ?? check.DayUnlessGiven)
                .Day("closedOn", c.ClosedOn)
                .Record("closedOn", new CaseClosed(c.ClosedOn ?? check.DayUnlessGiven, c.Outcome)),
            (_, ReopenCase c) => check
                .Day("reopenedOn", c.ReopenedOn)
                .Record("reopenedOn", new CaseReopened(c.ReopenedOn ?? check.DayUnlessGiven)),

            (_, CorrectCase c) => Correct(state, c, check),
            (_, AddNote c) => check
                .Some("text", c.Text)
                .Day("notedOn", c.NotedOn)
                .Record("notedOn", new NoteAdded(c.NotedOn ?? check.DayUnlessGiven, c.Text)),

            ({ Closed: true, DeliveredToArchiveOn: { } on }, DeliverToArchive c) when on == (c.DeliveredOn ?? on) => Decision.Nothing,
            (_, DeliverToArchive c) => check
                .Day("deliveredOn", c.DeliveredOn)
                .Record("deliveredOn", new DeliveredToArchive(c.DeliveredOn ?? check.DayUnlessGiven)),
            _ => throw new InvalidOperationException($"No rule for {command.GetType().Name}."),
        };
    }

    private static Decision Receive(ReceiveCase c, CaseChecks check)
    {
        var on = check.ReceivedDay(c.ReceivedOn, c.ReceivedAt) ?? check.DayUnlessGiven;
        return check
            .Received(c.ReceivedOn, c.ReceivedAt, required: true)
            .Number(c.Number)
            .Origin(c.Channel, c.ReferralSource, on)
            .Categories(c.ServiceArea, c.Matters, c.Units, on)
            .Code("inquiryType", c.InquiryType, check.Municipality.InquiryTypes, on)
            .When(
                c.Handler is { } handler && string.IsNullOrWhiteSpace(handler),
                new("handler", "required", "Give the office's own id for whoever handles it, or leave it out.")
            )
            .Resident(c.Resident)
            .Identifiers(c.Identifiers, c.Anonymous)
            .When(
                c is { Anonymous: true, Resident: { Name: not null } or { NationalId: not null } },
                new("anonymous", "contradiction", "Whoever stays unknown has no name and no nationalId here; a contact may be kept.")
            )
            .Then(() =>
            {
                List<object> events =
                [
                    new CaseReceived(on, c.Number, c.ReceivedAt, c.Channel, c.ReferralSource, c.PersonId, c.Resident, c.Summary),
                ];
                if (c.InquiryType is not null || c.Anonymous is not null || c.PowerOfAttorneySeen is not null)
                    events.Add(new InquiryDescribed(on, c.InquiryType, c.Anonymous, c.PowerOfAttorneySeen));
                if (c.Handler is not null)
                    events.Add(new HandlerAssigned(on, c.Handler));
                if (c.WithinMandate is not null || c.RequiresResponse is not null)
                    events.Add(new CaseAssessed(on, c.WithinMandate, c.RequiresResponse));
                if (c.ServiceArea is not null || c.Matters is { Count: > 0 } || c.Units is { Count: > 0 })
                    events.Add(new CaseCategorized(on, c.ServiceArea, c.Matters ?? [], c.Units ?? []));
                return events;
            });
    }

    private static Decision Describe(Case state, DescribeInquiry c, CaseChecks check, LocalDate receivedOn)
    {
        var described = new InquiryDescribed(c.DescribedOn ?? check.DayUnlessGiven, c.InquiryType, c.Anonymous, c.PowerOfAttorneySeen);
        // What is said already is a retry, not a second fact.
        return
            Case.After(state, described) == state
            && (c.InquiryType is not null || c.Anonymous is not null || c.PowerOfAttorneySeen is not null)
            ? Decision.Nothing
            : check
                .AtLeastOne(
                    "inquiryType",
                    "Give inquiryType, anonymous, powerOfAttorneySeen or several of them.",
                    c.InquiryType,
                    c.Anonymous,
                    c.PowerOfAttorneySeen
                )
                .Code("inquiryType", c.InquiryType, check.Municipality.InquiryTypes, receivedOn)
                .Day("describedOn", c.DescribedOn)
                .Record("describedOn", described);
    }

    private static Decision Assess(Case state, AssessCase c, CaseChecks check) =>
        (c.WithinMandate ?? state.WithinMandate) == state.WithinMandate
        && (c.RequiresResponse ?? state.RequiresResponse) == state.RequiresResponse
        && (c.WithinMandate is not null || c.RequiresResponse is not null)
            ? Decision.Nothing
            : check
                .AtLeastOne("withinMandate", "Give withinMandate, requiresResponse or both.", c.WithinMandate, c.RequiresResponse)
                .Day("assessedOn", c.AssessedOn)
                .Record("assessedOn", new CaseAssessed(c.AssessedOn ?? check.DayUnlessGiven, c.WithinMandate, c.RequiresResponse));

    private static Decision Categorize(Case state, CategorizeCase c, CaseChecks check, LocalDate receivedOn)
    {
        var units = c.Units ?? [];
        // The same categories again, with the same unit leading, is a retry, not a second fact.
        if (state.ServiceArea == c.ServiceArea && state.Matters.ToHashSet().SetEquals(c.Matters) && state.Units.SequenceEqual(units))
            return Decision.Nothing;
        return check
            .Categories(c.ServiceArea, c.Matters, units, receivedOn)
            .Some("matters", c.Matters)
            .Day("categorizedOn", c.CategorizedOn)
            .Record("categorizedOn", new CaseCategorized(c.CategorizedOn ?? check.DayUnlessGiven, c.ServiceArea, c.Matters, units));
    }

    private static Decision Correct(Case state, CorrectCase c, CaseChecks check)
    {
        var corrected = new CaseCorrected(
            check.DayUnlessGiven,
            c.Reason,
            c.Number,
            check.ReceivedDay(c.ReceivedOn, c.ReceivedAt),
            c.ReceivedAt,
            c.Channel,
            c.ReferralSource,
            c.ClosedOn,
            null,
            c.Resident,
            c.Summary
        );
        var receivedOn = corrected.ReceivedOn ?? state.ReceivedOn;
        // A day to come is a fault, and the last days that there are have no term after them.
        var offered = receivedOn > check.Today ? [] : Recomputing.Offered(state, receivedOn, check.Municipality);
        if (corrected.ReceivedOn is not null && offered.Count > 0)
            corrected = corrected with { Recomputable = offered };
        var recomputed = !c.Recompute
            ? []
            : offered
                .Select(each =>
                    Recomputing.FromReceipt(
                        each.RequestId,
                        state.Request(each.RequestId)!.Deadline!,
                        receivedOn,
                        check.DayUnlessGiven,
                        check.Municipality
                    )
                )
                .ToList();
        var paused = PausedBefore(state, recomputed);
        var after = Case.Evolve(state, corrected);
        // What stood before an entry that it replaces bears no entries; the replacing asks of all of them.
        var against =
            state.Entries.Count == 0
                ? []
                : Withdrawing
                    .Added(state.Entries.Standing(), after.Entries.Standing(), check.Invariants)
                    .Where(each => each.Entry.Event != (object)corrected)
                    .ToList();
        return check
            .Reason(c.Reason)
            .Number(c.Number)
            .AtLeastOne(
                "number",
                "Give what is to be corrected: number, receivedOn, receivedAt, channel, referralSource, closedOn, resident or summary; or "
                    + "recompute, for deadlines that ran from a day of receipt that was corrected before.",
                c.Number,
                c.ReceivedOn,
                c.ReceivedAt,
                c.Channel,
                c.ReferralSource,
                c.ClosedOn,
                c.Resident,
                c.Summary,
                c.Recompute ? true : null
            )
            .Resident(c.Resident)
            .Received(c.ReceivedOn, c.ReceivedAt, required: false)
            .Origin(c.Channel, c.ReferralSource, after.ReceivedOn)
            .Day("closedOn", c.ClosedOn)
            .When(
                corrected.ReceivedOn is not null && against.Count > 0,
                new(
                    c.ReceivedOn is null ? "receivedAt" : "receivedOn",
                    "contradiction",
                    $"It stands against what was recorded later. {Withdrawing.Named(against)}"
                )
                {
                    Value = $"{corrected.ReceivedOn:uuuu-MM-dd}",
                }
            )
            .When(
                paused is not null,
                new("recompute", "contradiction", $"A term would begin after its deadline was paused. Withdraw the pause first: {paused}.")
            )
            .Record("closedOn", corrected, () => new List<object>([.. Stands(state, corrected) ? [] : new[] { corrected }, .. recomputed]));
    }

    /// <summary>The first pause of a term that is to begin after it.</summary>
    private static string? PausedBefore(Case state, IEnumerable<DeadlineRecomputed> recomputed) =>
        (
            from anew in recomputed
            from pause in state.Request(anew.RequestId)!.Deadline!.Pauses
            where pause.From < anew.StartsOn
            select $"{pause.From:uuuu-MM-dd}, of the request {anew.RequestId}"
        ).FirstOrDefault();

    private static Decision Withdraw(Case state, WithdrawCaseEntry c, CaseChecks check) =>
        check.Withdraw(
            state,
            c,
            (before, instead, day) => Decide(before, instead, check.Municipality, check.Today, day, receivedOn: state.ReceivedOn),
            check.Invariants
        );

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
