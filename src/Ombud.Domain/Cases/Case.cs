using System.Text.Json.Serialization;
using NodaTime;
using Ombud.Domain.Deadlines;
using Ombud.Domain.Entries;

namespace Ombud.Domain.Cases;

/// <summary>A case as its events have made it.</summary>
public sealed record Case : IFolded<Case>
{
    /// <summary>The stream that it was folded from, where Marten folded it.</summary>
    public Guid Id { get; init; }

    public string? Number { get; init; }
    public required LocalDate ReceivedOn { get; init; }

    /// <summary>The day of receipt as it was typed first, before any correction.</summary>
    public LocalDate FirstReceivedOn { get; init; }
    public Instant? ReceivedAt { get; init; }
    public string? Channel { get; init; }
    public string? ReferralSource { get; init; }
    public string? InquiryType { get; init; }
    public bool? Anonymous { get; init; }

    /// <summary>Null where nobody acts on the inhabitant's behalf.</summary>
    public bool? PowerOfAttorneySeen { get; init; }
    public LocalDate? DeclinedOn { get; init; }
    public string? DeclineReason { get; init; }
    public IReadOnlyList<Forwarding> Forwardings { get; init; } = [];

    /// <summary>The office's own id for whoever handles it; null where nobody does.</summary>
    public string? Handler { get; init; }

    /// <summary>Those of the office who may not handle it.</summary>
    public IReadOnlyList<string> Disqualified { get; init; } = [];
    public LocalDate? AcknowledgedOn { get; init; }
    public LocalDate? FirstRepliedOn { get; init; }
    public bool? WithinMandate { get; init; }
    public bool? RequiresResponse { get; init; }
    public string? ServiceArea { get; init; }
    public IReadOnlyList<string> Matters { get; init; } = [];

    /// <summary>The leading one first.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];
    public LocalDate? HandlingReviewedOn { get; init; }
    public IReadOnlyList<ResponseRequest> ResponseRequests { get; init; } = [];

    /// <summary>The deadlines that still run from a day of receipt that was corrected since.</summary>
    public IReadOnlyList<RecomputableDeadline> Recomputable { get; init; } = [];

    /// <summary>The recommendations that rest on it.</summary>
    public IReadOnlyList<Guid> Recommendations { get; init; } = [];

    /// <summary>The periods in which it was open, the first from its receipt; never empty.</summary>
    public required IReadOnlyList<OpenPeriod> OpenPeriods { get; init; }
    public bool Voided { get; init; }

    /// <summary>The case that it is a duplicate of.</summary>
    public Guid? MergedInto { get; init; }

    /// <summary>The cases that are duplicates of it.</summary>
    public IReadOnlyList<Guid> Duplicates { get; init; } = [];

    /// <summary>The cases that concern the same matter.</summary>
    public IReadOnlyList<Guid> SameMatter { get; init; } = [];

    /// <summary>False for what is counted nowhere: it should not have been registered, or is counted with another case.</summary>
    public bool Counted => !Voided && MergedInto is null;

    /// <summary>Under whose key the newest confidential text of the case is; what it says is not kept here.</summary>
    public Guid? Person { get; init; }

    /// <summary>
    /// Whom it was about first, and is counted for. After an erasure what is written is of a new <see cref="Person"/>; people are counted
    /// as before.
    /// </summary>
    public Guid? FirstPerson { get; init; }
    public LocalDate? DeliveredToArchiveOn { get; init; }

    /// <summary>When what was written of the person became unreadable.</summary>
    public LocalDate? ErasedOn { get; init; }

    /// <summary>Drammen's definition: within the mandate, and requiring a response from the ombud.</summary>
    public bool IsCase => WithinMandate == true && RequiresResponse == true;

    public OpenPeriod LatestPeriod => OpenPeriods[^1];

    public bool Closed => LatestPeriod.ClosedOn is not null;

    public CaseStatus Status =>
        Voided ? CaseStatus.Voided
        : MergedInto is not null ? CaseStatus.Merged
        : Closed ? CaseStatus.Closed
        : CaseStatus.Open;

    [JsonIgnore]
    public StreamEntries Entries { get; private init; } = StreamEntries.None;

    /// <summary>
    /// The day from which nobody waits for a response any more: it was waived, or its case was closed while it was not met. Null while it
    /// is waited for, and where it was met.
    /// </summary>
    public LocalDate? EndOf(ResponseRequest request) =>
        request.MetOn is null && LatestPeriod.ClosedOn is { } closed && !(request.WaivedOn < closed) ? closed : request.WaivedOn;

    public ResponseRequest? Request(Guid id) => ResponseRequests.FirstOrDefault(request => request.Id == id);

    public static Case Evolve(Case? state, object @event) => Folding.Evolve(state, @event);

    Case IFolded<Case>.From(StreamEntries entries, Case? before) => this with { Entries = entries, Id = before?.Id ?? Id };

    public static Case After(Case? state, object entry) =>
        entry is IConfidential { Person: { } person }
            ? Next(state, entry) with
            {
                Person = person,
                FirstPerson = state?.FirstPerson ?? person,
            }
            : Next(state, entry);

    private static Case Next(Case? state, object @event) =>
        (state, @event) switch
        {
            (null, CaseReceived e) => new()
            {
                Number = e.Number,
                ReceivedOn = e.OccurredOn,
                FirstReceivedOn = e.OccurredOn,
                ReceivedAt = e.ReceivedAt,
                Channel = e.Channel,
                ReferralSource = e.ReferralSource,
                OpenPeriods = [new(e.OccurredOn)],
            },
            (null, _) => throw new InvalidOperationException($"A case cannot begin with {@event.GetType().Name}."),
            (_, InquiryDescribed e) => state with
            {
                InquiryType = e.InquiryType ?? state.InquiryType,
                Anonymous = e.Anonymous ?? state.Anonymous,
                PowerOfAttorneySeen = e.PowerOfAttorneySeen ?? state.PowerOfAttorneySeen,
            },
            (_, InquiryDeclined e) => state with { DeclinedOn = e.OccurredOn, DeclineReason = e.Reason },
            (_, InquiryForwarded e) => state with { Forwardings = [.. state.Forwardings, new(e.Recipient, e.OccurredOn)] },
            (_, HandlerAssigned e) => state with { Handler = e.Handler },
            (_, HandlerDisqualified e) => state with
            {
                Handler = state.Handler == e.Handler ? null : state.Handler,
                Disqualified = [.. state.Disqualified, e.Handler],
            },
            (_, AcknowledgementSent e) => state with { AcknowledgedOn = e.OccurredOn },
            (_, FirstReplySent e) => state with { FirstRepliedOn = e.OccurredOn },
            (_, CaseAssessed e) => state with
            {
                WithinMandate = e.WithinMandate ?? state.WithinMandate,
                RequiresResponse = e.RequiresResponse ?? state.RequiresResponse,
            },
            (_, CaseCategorized e) => state with { ServiceArea = e.ServiceArea, Matters = e.Matters, Units = e.Units },
            (_, HandlingReviewed e) => state with { HandlingReviewedOn = e.OccurredOn },
            (_, ResponseRequested e) => state with
            {
                ResponseRequests =
                [
                    .. state.ResponseRequests,
                    new(e.RequestId, e.Unit, e.OccurredOn) { Deadline = e.Deadline is null ? null : Deadline.Of(e.Deadline) },
                ],
            },
            (_, IOfRequest e) => state with
            {
                ResponseRequests = [.. state.ResponseRequests.Select(request => request.Id == e.RequestId ? request.After(e) : request)],
                Recomputable = e is DeadlineWaived or DeadlineExtended or DeadlineRecomputed { Reason: RecomputeReason.ReceiptCorrected }
                    ? [.. state.Recomputable.Where(each => each.RequestId != e.RequestId)]
                    : state.Recomputable,
            },
            (_, RecommendationLinked e) => state with { Recommendations = [.. state.Recommendations, e.Recommendation] },
            (_, CaseClosed e) => state.WithLatestPeriod(state.LatestPeriod with { ClosedOn = e.OccurredOn, Outcome = e.Outcome }),
            (_, CaseReopened e) => state with { OpenPeriods = [.. state.OpenPeriods, new(e.OccurredOn)] },
            (_, CaseVoided) => state with { Voided = true },
            (_, CaseMerged e) => state with { MergedInto = e.Into },
            (_, DuplicateMerged e) => state with { Duplicates = [.. state.Duplicates, e.Duplicate] },
            (_, CaseLinked e) => state with { SameMatter = [.. state.SameMatter, e.Case] },
            (_, CaseCorrected e) => state.Corrected(e),
            (_, DeliveredToArchive e) => state with { DeliveredToArchiveOn = e.OccurredOn },
            (_, PersonalDataErased e) => state with { ErasedOn = e.OccurredOn },
            // An event of a later version is passed over, so that an older program can still read the case.
            _ => state,
        };

    private Case Corrected(CaseCorrected e)
    {
        var received = e.ReceivedOn is { } on
            ? this with
            {
                ReceivedOn = on,
                ReceivedAt = e.ReceivedAt,
                Recomputable = e.Recomputable ?? [],
                OpenPeriods = [OpenPeriods[0] with { OpenedOn = on }, .. OpenPeriods.Skip(1)],
            }
            : this;
        var closed = e.ClosedOn is { } day ? received.WithLatestPeriod(received.LatestPeriod with { ClosedOn = day }) : received;
        return closed with
        {
            Number = e.Number ?? Number,
            Channel = e.Channel ?? Channel,
            ReferralSource = e.ReferralSource ?? ReferralSource,
        };
    }

    private Case WithLatestPeriod(OpenPeriod period) => this with { OpenPeriods = [.. OpenPeriods.SkipLast(1), period] };
}

/// <summary>
/// <c>open</c> until it is closed; <c>voided</c> where it should not have been registered, <c>merged</c> where it is a duplicate.
/// </summary>
public enum CaseStatus
{
    Open,
    Closed,
    Voided,
    Merged,
}

/// <summary>That an inquiry was passed on.</summary>
/// <param name="Recipient">To whom: a code of the municipality's recipients.</param>
/// <param name="ForwardedOn">The day it was forwarded.</param>
public sealed record Forwarding(string Recipient, LocalDate ForwardedOn);

/// <summary>A period in which a case was open: from its receipt or a reopening until its closing.</summary>
/// <param name="OpenedOn">The day it was received or reopened.</param>
/// <param name="ClosedOn">The day it was closed; absent while it is open.</param>
/// <param name="Outcome">How it ended: a code of the municipality's outcomes.</param>
public sealed record OpenPeriod(LocalDate OpenedOn, LocalDate? ClosedOn = null, string? Outcome = null);
