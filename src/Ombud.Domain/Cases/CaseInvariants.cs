using NodaTime;
using Ombud.Domain.Deadlines;
using Ombud.Domain.Entries;
using Ombud.Domain.Municipalities;

namespace Ombud.Domain.Cases;

/// <summary>
/// What must hold of a case, whatever the order in which its entries were typed. Commands, corrections, withdrawals and imports all ask
/// here, and nowhere else.
/// </summary>
public sealed class CaseInvariants(Municipality municipality) : IEntryInvariants<Case>
{
    public Refusal? Permanent(object entry) =>
        entry switch
        {
            CaseReceived => EntryRefusals.IsReceipt,
            RecommendationLinked or DuplicateMerged => EntryRefusals.IsLink,
            ResponseOverdue or DeadlineRecomputed => EntryRefusals.IsAutomatic,
            DeliveredToArchive => EntryRefusals.IsDelivery,
            PersonalDataErased => EntryRefusals.IsErasure,
            _ => null,
        };

    public Contradiction? Against(Case? before, object entry, Case whole) =>
        (before, entry) switch
        {
            (_, CaseReceived) => OutOfForce(
                whole.ReceivedOn,
                ("channel", [whole.Channel], municipality.Channels),
                ("referralSource", [whole.ReferralSource], municipality.ReferralSources)
            ),
            (null, _) => null,
            (_, CaseClosed) when before.Closed => CaseRefusals.IsClosed,
            (_, CaseClosed e) => Received(e, whole, on: CorrectedClosing(before, whole))
                ?? Contradiction.Early(e.OccurredOn, before.LatestPeriod.OpenedOn, "the case was opened")
                ?? OutOfForce(CorrectedClosing(before, whole) ?? e.OccurredOn, ("outcome", [e.Outcome], municipality.Outcomes)),
            (_, CaseReopened) when !before.Closed => CaseRefusals.IsOpen,
            (_, CaseReopened e) => Received(e, whole)
                ?? Contradiction.Early(e.OccurredOn, before.LatestPeriod.ClosedOn, "the case was closed"),
            (_, DeliveredToArchive) when !before.Closed => CaseRefusals.IsOpen,
            (_, DeliveredToArchive e) => Received(e, whole)
                ?? Contradiction.Early(e.OccurredOn, before.LatestPeriod.ClosedOn, "the case was closed"),
            (_, CaseCorrected { ClosedOn: not null }) when !before.Closed => new(
                "not_closed",
                "The case is not closed; close it instead.",
                "closedOn"
            ),
            (_, CaseCorrected { ClosedOn: { } on } e) => Received(e, whole, on, "closedOn")
                ?? Contradiction.Early(on, before.LatestPeriod.OpenedOn, "the case was opened", "closedOn", "before_opening")
                ?? OutOfForce(on, ("closedOn", [before.LatestPeriod.Outcome], municipality.Outcomes)),
            (_, CaseCategorized e) => Received(e, whole)
                ?? OutOfForce(
                    whole.ReceivedOn,
                    ("serviceArea", [e.ServiceArea == whole.ServiceArea ? e.ServiceArea : null], municipality.ServiceAreas),
                    ("matters", e.Matters.Intersect(whole.Matters), municipality.Matters),
                    ("units", e.Units.Intersect(whole.Units), municipality.Units)
                ),
            (_, ResponseRequested e) when before.Request(e.RequestId) is not null => CaseRefusals.RequestExists,
            (_, ResponseRequested e) => Received(e, whole) ?? OutOfForce(e.OccurredOn, ("unit", [e.Unit], municipality.Units)),
            (_, IOfRequest e) => before.Request(e.RequestId) is { } request
                ? Against(request, (CaseEvent)e, whole)
                : CaseRefusals.RequestNotFound,
            (_, InquiryDeclined) when before.DeclinedOn is not null => CaseRefusals.IsDeclined,
            (_, InquiryForwarded e) when before.Forwardings.Any(each => each.Recipient == e.Recipient) => CaseRefusals.IsForwarded,
            (_, HandlerAssigned e) when before.Disqualified.Contains(e.Handler) => CaseRefusals.HandlerIsDisqualified,
            (_, HandlerDisqualified e) when before.Disqualified.Contains(e.Handler) => CaseRefusals.HandlerIsDisqualified,
            (_, AcknowledgementSent) when before.AcknowledgedOn is not null => CaseRefusals.IsAcknowledged,
            (_, FirstReplySent) when before.FirstRepliedOn is not null => CaseRefusals.IsReplied,
            (_, HandlerAssigned or HandlerDisqualified or AcknowledgementSent or FirstReplySent) => Received((CaseEvent)entry, whole),
            (_, InquiryDescribed e) => Received(e, whole)
                ?? OutOfForce(
                    whole.ReceivedOn,
                    ("inquiryType", [e.InquiryType == whole.InquiryType ? e.InquiryType : null], municipality.InquiryTypes)
                ),
            (_, InquiryDeclined e) => Received(e, whole) ?? OutOfForce(e.OccurredOn, ("reason", [e.Reason], municipality.DeclineReasons)),
            (_, InquiryForwarded e) => Received(e, whole)
                ?? OutOfForce(e.OccurredOn, ("recipient", [e.Recipient], municipality.Recipients)),
            (_, CaseAssessed or HandlingReviewed or NoteAdded or CaseMerged or CaseLinked) => Received((CaseEvent)entry, whole),
            _ => null,
        };

    private Contradiction? Against(ResponseRequest request, CaseEvent entry, Case whole) =>
        (request.Deadline, entry) switch
        {
            (_, ResponseReceived) when request.RespondedOn is not null => CaseRefusals.AlreadyResponded,
            (_, ResponseReceived e) => Received(e, whole)
                ?? Contradiction.Early(e.OccurredOn, request.RequestedOn, Asked)
                ?? Contradiction.Early(e.OccurredOn, request.MovedOn, Moved)
                ?? Dispatched(e, request)
                ?? (
                    request.Deadline?.Pauses is [.., { From: var from }] && from > e.OccurredOn
                        ? new(
                            "too_early",
                            $"The deadline was paused on {from:uuuu-MM-dd}, which a response before that ends.",
                            Value: Said(e.OccurredOn)
                        )
                        : null
                ),
            (_, RequestMoved e) when e.Unit == request.Unit => CaseRefusals.IsWithUnit,
            (_, RequestMoved) when request.WaivedOn is not null => CaseRefusals.IsWaived,
            (_, RequestMoved e) when e.OccurredOn > request.RespondedOn => new(
                "too_late",
                $"The unit responded on {request.RespondedOn:uuuu-MM-dd}; a request is moved on that day at the latest.",
                Value: Said(e.OccurredOn)
            ),
            (_, RequestMoved e) => Received(e, whole)
                ?? Contradiction.Early(e.OccurredOn, request.RequestedOn, Asked)
                ?? Contradiction.Early(e.OccurredOn, request.MovedOn, Moved)
                ?? OutOfForce(e.OccurredOn, ("unit", [e.Unit], municipality.Units)),
            ({ Paused: false } deadline, DeadlineWaived e) when e.OccurredOn > deadline.LateAfter => HasEnded(deadline),
            (_, PreliminaryReplyReceived or ReminderSent or DeadlineWaived) => Received(entry, whole)
                ?? Contradiction.Early(entry.OccurredOn, request.RequestedOn, Asked),
            (null, _) => CaseRefusals.NoDeadline,
            (_, DeadlineExtended or DeadlineSuspended or DeadlineResumed) when request.WaivedOn is not null => CaseRefusals.IsWaived,
            ({ Paused: true }, DeadlineSuspended) => CaseRefusals.IsPaused,
            ({ } deadline, DeadlineSuspended e) when e.OccurredOn > deadline.LateAfter => HasEnded(deadline),
            (_, DeadlineSuspended e) when request.RespondedOn < e.OccurredOn => CaseRefusals.AlreadyResponded,
            ({ } deadline, DeadlineSuspended e) => Contradiction.Early(e.OccurredOn, deadline.StartsOn, "the term began")
                ?? Contradiction.Early(e.OccurredOn, deadline.Pauses is [.., var pause] ? pause.To : null, "the deadline ran again"),
            ({ Paused: false } deadline, DeadlineResumed) => CaseRefusals.IsNotPaused with { Because = OwnWords(deadline) },
            ({ } deadline, DeadlineResumed e) => Contradiction.Early(e.OccurredOn, deadline.Pauses[^1].From, "the deadline was paused"),
            ({ } deadline, DeadlineExtended { RawDueOn: var to }) when to <= deadline.LateAfter => CaseRefusals.ExtensionShortens with
            {
                Because = $"{OwnWords(deadline)} It is due on {deadline.DueOn:uuuu-MM-dd} already.",
            },
            ({ Paused: false } deadline, DeadlineExtended e) when e.OccurredOn > deadline.LateAfter => HasEnded(deadline),
            (_, DeadlineExtended e) => Contradiction.Early(e.OccurredOn, request.RequestedOn, Asked),
            _ => null,
        };

    public object? Anew(Case before, object entry) =>
        entry is CaseCorrected { ReceivedOn: { } receivedOn, Recomputable: { } offered } corrected
            ? Recomputing.Offered(before, receivedOn, municipality) is var now && now.SequenceEqual(offered)
                ? entry
                : corrected with
                {
                    Recomputable = now is [] ? null : now,
                }
            : entry is IOfRequest { RequestId: var id } && before.Request(id) is { Deadline: { } deadline } request
                ? entry switch
                {
                    DeadlineResumed e when deadline.Paused => DeadlineDecider.Resumed(request, deadline, e.OccurredOn, municipality),
                    DeadlineExtended e => DeadlineDecider.Extended(deadline, e, municipality),
                    DeadlineRecomputed { Reason: RecomputeReason.ReceiptCorrected } e => before.ReceivedOn == e.StartsOn
                    && before.Recomputable.Any(each => each.RequestId == id)
                        ? Recomputing.Again(deadline, e, municipality)
                        : null,
                    // What was computed anew for another start goes with it.
                    DeadlineRecomputed e when deadline.LetterDated is null && deadline.StartsOn != e.StartsOn => null,
                    DeadlineRecomputed e => Recomputing.Again(deadline, e, municipality),
                    _ => entry,
                }
                : entry;

    public bool Follows(object entry, Case whole) =>
        entry switch
        {
            ResponseOverdue e => whole.Request(e.RequestId) is { Deadline: { } deadline } request
                && deadline.LateAfter == e.LastDay
                && !(request.MetOn <= e.LastDay)
                && !(whole.EndOf(request) <= e.LastDay),
            DeadlineRecomputed e => whole.Request(e.RequestId) is { Deadline: not null },
            _ => true,
        };

    /// <summary>The deadline's rule in its own words.</summary>
    public string OwnWords(Deadline deadline) =>
        municipality.Rules.Version(deadline.Rule, deadline.RuleVersion) is { } rule
            ? rule.OwnWords
            : $"{deadline.Rule} version {deadline.RuleVersion}.";

    /// <summary>Who answers while the deadline is suspended ends its pause.</summary>
    public bool CameWith(object earlier, object entry) =>
        (earlier, entry) is (DeadlineResumed resumed, ResponseReceived response)
        && resumed.RequestId == response.RequestId
        && resumed.OccurredOn == response.OccurredOn;

    private const string Asked = "the response was asked for";
    private const string Moved = "the request was moved";

    // What was recorded with the receipt bears its day, and moves with it.
    private static Contradiction? Received(CaseEvent entry, Case whole, LocalDate? on = null, string? field = null) =>
        (on ?? entry.OccurredOn) < whole.ReceivedOn
        && !(entry is InquiryDescribed or HandlerAssigned or CaseAssessed or CaseCategorized && entry.OccurredOn == whole.FirstReceivedOn)
            ? new("before_receipt", $"The inquiry was received on {whole.ReceivedOn:uuuu-MM-dd}.", field, Said(on ?? entry.OccurredOn))
            : null;

    /// <summary>What was given must be in force on the day that it is judged by. A code that was dropped is in nobody's way.</summary>
    private static Contradiction? OutOfForce(LocalDate on, params (string Field, IEnumerable<string?> Codes, CodeList List)[] said) =>
        said.SelectMany(each =>
                each.Codes.OfType<string>()
                    .Where(code => each.List.IsOutOfForce(code, on))
                    .Select(code => each.List.Unknown(each.Field, code, on))
            )
            .Select(fault => new Contradiction(fault.Code, fault.Detail, fault.Field, fault.Value))
            .FirstOrDefault();

    /// <summary>The day of the closing that ends this period, where it was corrected later.</summary>
    private static LocalDate? CorrectedClosing(Case before, Case whole) =>
        whole.OpenPeriods.ElementAtOrDefault(before.OpenPeriods.Count - 1)?.ClosedOn;

    private static Contradiction? Dispatched(ResponseReceived e, ResponseRequest request) =>
        e.DispatchedOn > e.OccurredOn
            ? new(
                "after_receipt",
                $"The response was received on {e.OccurredOn:uuuu-MM-dd}; it cannot be dispatched after that.",
                "dispatchedOn",
                Said(e.DispatchedOn.Value)
            )
        : e.DispatchedOn is { } on && on < request.RequestedOn
            ? new("too_early", $"It is before {request.RequestedOn:uuuu-MM-dd}, when the response was asked for.", "dispatchedOn", Said(on))
        : null;

    private Contradiction HasEnded(Deadline deadline) =>
        CaseRefusals.HasEnded with
        {
            Because = $"{OwnWords(deadline)} Its last day was {deadline.LateAfter:uuuu-MM-dd}.",
        };

    private static string Said(LocalDate day) => $"{day:uuuu-MM-dd}";
}
