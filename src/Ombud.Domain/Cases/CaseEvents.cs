using NodaTime;
using Ombud.Domain.Deadlines;

namespace Ombud.Domain.Cases;

/// <summary>Something that happened in a case. When it was learned is the event store's to say.</summary>
/// <param name="OccurredOn">The day it happened, in the municipality's time zone.</param>
public abstract record CaseEvent(LocalDate OccurredOn) : IOccurred;

/// <summary>An event that concerns one of the case's response requests.</summary>
public interface IOfRequest
{
    Guid RequestId { get; }
}

/// <summary>An inquiry reached the ombud. Whether it is a case is for the assessment to say.</summary>
/// <param name="Number">The office's own number, unique within the municipality while it is held.</param>
/// <param name="ReceivedAt">The moment, where it is known; <c>OccurredOn</c> is its day.</param>
/// <param name="Summary">What it is about, in words.</param>
public sealed record CaseReceived(
    LocalDate OccurredOn,
    string? Number,
    Instant? ReceivedAt,
    string? Channel,
    string? ReferralSource,
    Guid? Person = null,
    Resident? Resident = null,
    Confidential? Summary = null
) : CaseEvent(OccurredOn), IConfidential
{
    public IConfidential Under(Guid person, Func<string, Confidential, Confidential> each) =>
        this with
        {
            Person = person,
            Resident = Resident?.Each(each),
            Summary = Summary is null ? null : each("summary", Summary),
        };
}

/// <summary>
/// The ombud judged it. An inquiry within the mandate that requires a response is a case. Null leaves the earlier judgement.
/// </summary>
public sealed record CaseAssessed(LocalDate OccurredOn, bool? WithinMandate, bool? RequiresResponse) : CaseEvent(OccurredOn);

/// <summary>
/// What kind of inquiry it is, whether whoever made it wants to stay unknown, and on whose behalf it was made. Null leaves what was said
/// before.
/// </summary>
/// <param name="PowerOfAttorneySeen">Of whoever acts on the inhabitant's behalf: true where the ombud has seen it.</param>
public sealed record InquiryDescribed(LocalDate OccurredOn, string? InquiryType, bool? Anonymous, bool? PowerOfAttorneySeen)
    : CaseEvent(OccurredOn);

/// <summary>The ombud does not take the inquiry up.</summary>
/// <param name="Reason">A code of the municipality's reasons for declining.</param>
public sealed record InquiryDeclined(LocalDate OccurredOn, string Reason) : CaseEvent(OccurredOn);

/// <summary>The inquiry was passed on to somebody whom it belongs to. It may be to several, one after the other.</summary>
/// <param name="Recipient">A code of the municipality's recipients.</param>
public sealed record InquiryForwarded(LocalDate OccurredOn, string Recipient) : CaseEvent(OccurredOn);

/// <summary>Somebody of the office's own people handles it from now on.</summary>
/// <param name="Handler">The office's own id for them.</param>
public sealed record HandlerAssigned(LocalDate OccurredOn, string Handler) : CaseEvent(OccurredOn);

/// <summary>
/// Somebody of the office's own people is disqualified from handling it (forvaltningsloven § 6; in Denmark forvaltningsloven § 3).
/// </summary>
/// <param name="Handler">The office's own id for them.</param>
public sealed record HandlerDisqualified(LocalDate OccurredOn, string Handler, Confidential Reason, Guid? Person = null)
    : CaseEvent(OccurredOn),
        IConfidential
{
    public IConfidential Under(Guid person, Func<string, Confidential, Confidential> each) =>
        this with
        {
            Person = person,
            Reason = each("reason", Reason),
        };
}

/// <summary>The ombud told the inhabitant that the inquiry was received.</summary>
public sealed record AcknowledgementSent(LocalDate OccurredOn) : CaseEvent(OccurredOn);

/// <summary>The ombud replied to the inhabitant for the first time, in substance.</summary>
public sealed record FirstReplySent(LocalDate OccurredOn) : CaseEvent(OccurredOn);

/// <summary>What it is about, as a whole: one service area, any number of matters, the units involved, the leading one first.</summary>
public sealed record CaseCategorized(LocalDate OccurredOn, string? ServiceArea, IReadOnlyList<string> Matters, IReadOnlyList<string> Units)
    : CaseEvent(OccurredOn);

/// <summary>The ombud has seen the municipality's handling, so that the case may be a basis for feedback.</summary>
public sealed record HandlingReviewed(LocalDate OccurredOn) : CaseEvent(OccurredOn);

/// <summary>A unit of the municipality was asked for a response, to the inhabitant or to the ombud.</summary>
/// <param name="Deadline">The date that holds for it; null where no rule gives one.</param>
public sealed record ResponseRequested(LocalDate OccurredOn, Guid RequestId, string Unit, DeadlineSet? Deadline = null)
    : CaseEvent(OccurredOn);

/// <summary>Another unit is to respond from this day, by the deadline that holds already.</summary>
/// <param name="Unit">The unit that the request was moved to.</param>
public sealed record RequestMoved(LocalDate OccurredOn, Guid RequestId, string Unit, Confidential? Reason = null, Guid? Person = null)
    : CaseEvent(OccurredOn),
        IOfRequest,
        IConfidential
{
    public IConfidential Under(Guid person, Func<string, Confidential, Confidential> each) =>
        this with
        {
            Person = person,
            Reason = Reason is null ? null : each("reason", Reason),
        };
}

/// <summary>The unit told why the response takes long and, if it could, when it comes.</summary>
public sealed record PreliminaryReplyReceived(
    LocalDate OccurredOn,
    Guid RequestId,
    Confidential Reason,
    LocalDate? ExpectedOn,
    Guid? Person = null
) : CaseEvent(OccurredOn), IOfRequest, IConfidential
{
    public IConfidential Under(Guid person, Func<string, Confidential, Confidential> each) =>
        this with
        {
            Person = person,
            Reason = each("reason", Reason),
        };
}

/// <summary>The unit was reminded.</summary>
public sealed record ReminderSent(LocalDate OccurredOn, Guid RequestId) : CaseEvent(OccurredOn), IOfRequest;

/// <summary>The deadline is suspended from this day.</summary>
public sealed record DeadlineSuspended(LocalDate OccurredOn, Guid RequestId, PauseReason Reason) : CaseEvent(OccurredOn), IOfRequest;

/// <summary>The deadline runs again from this day; the days between lengthen it.</summary>
public sealed record DeadlineResumed(LocalDate OccurredOn, Guid RequestId, LocalDate RawDueOn, LocalDate DueOn, Instant EndsAt)
    : CaseEvent(OccurredOn),
        IOfRequest;

/// <summary>The unit was given more time.</summary>
/// <param name="Days">Calendar days from the raw date that held before.</param>
public sealed record DeadlineExtended(
    LocalDate OccurredOn,
    Guid RequestId,
    Confidential Reason,
    int Days,
    LocalDate RawDueOn,
    LocalDate DueOn,
    Instant EndsAt,
    Guid? Person = null
) : CaseEvent(OccurredOn), IOfRequest, IConfidential
{
    public IConfidential Under(Guid person, Func<string, Confidential, Confidential> each) =>
        this with
        {
            Person = person,
            Reason = each("reason", Reason),
        };
}

/// <summary>
/// Holidays, the rule, or the day of receipt changed after the date was communicated. Both dates are kept; nobody is late before the later
/// one.
/// </summary>
/// <param name="CommunicatedDueOn">The date that the unit was told.</param>
/// <param name="AlsoMovedBy">The codes of days that count as holidays for it, as the municipality has settled; null where none do.</param>
public sealed record DeadlineRecomputed(
    LocalDate OccurredOn,
    Guid RequestId,
    RecomputeReason Reason,
    LocalDate CommunicatedDueOn,
    int RuleVersion,
    LocalDate StartsOn,
    string? Term,
    LocalDate CalendarKnownOn,
    LocalDate RawDueOn,
    LocalDate DueOn,
    Instant EndsAt,
    IReadOnlyList<string>? AlsoMovedBy = null
) : CaseEvent(OccurredOn), IOfRequest;

/// <summary>Nobody waits for the response any more, or no preliminary reply was called for (forvaltningsloven § 11 a).</summary>
public sealed record DeadlineWaived(LocalDate OccurredOn, Guid RequestId, Confidential Reason, Guid? Person = null)
    : CaseEvent(OccurredOn),
        IOfRequest,
        IConfidential
{
    public IConfidential Under(Guid person, Func<string, Confidential, Confidential> each) =>
        this with
        {
            Person = person,
            Reason = each("reason", Reason),
        };
}

/// <summary>
/// The last day ended without a response. Raised by the deadline monitor, once for each last day, so that history and other systems hear of
/// it.
/// </summary>
/// <param name="OccurredOn">The day after the last.</param>
/// <param name="LastDay">The last day on which it would have been in time.</param>
public sealed record ResponseOverdue(LocalDate OccurredOn, Guid RequestId, LocalDate LastDay) : CaseEvent(OccurredOn), IOfRequest;

/// <summary>The response came. It may be recorded long after the day it bears.</summary>
/// <param name="DispatchedOn">The day it was posted or handed in, where that is known and the rule asks for it.</param>
/// <param name="Result">What it says of the complaint; null where nobody said.</param>
/// <param name="Change">What the unit changed.</param>
public sealed record ResponseReceived(
    LocalDate OccurredOn,
    Guid RequestId,
    LocalDate? DispatchedOn = null,
    ResponseResult? Result = null,
    Confidential? Change = null,
    Guid? Person = null
) : CaseEvent(OccurredOn), IOfRequest, IConfidential
{
    public IConfidential Under(Guid person, Func<string, Confidential, Confidential> each) =>
        this with
        {
            Person = person,
            Change = Change is null ? null : each("change", Change),
        };
}

/// <summary>The ombud recommended something on the basis of this case, among others.</summary>
public sealed record RecommendationLinked(LocalDate OccurredOn, Guid Recommendation) : CaseEvent(OccurredOn);

public sealed record CaseClosed(LocalDate OccurredOn, string Outcome) : CaseEvent(OccurredOn);

public sealed record CaseReopened(LocalDate OccurredOn) : CaseEvent(OccurredOn);

/// <summary>It should not have been registered: a duplicate, a test. It is counted nowhere from then on, and stays readable.</summary>
public sealed record CaseVoided(LocalDate OccurredOn, Confidential Reason, Guid? Person = null) : CaseEvent(OccurredOn), IConfidential
{
    public IConfidential Under(Guid person, Func<string, Confidential, Confidential> each) =>
        this with
        {
            Person = person,
            Reason = each("reason", Reason),
        };
}

/// <summary>An entry that another case has too, seen from its side.</summary>
public interface IBetweenCases
{
    /// <summary>The other case.</summary>
    Guid OtherCase { get; }
}

/// <summary>It is a duplicate of another case, which it is counted with from then on.</summary>
public sealed record CaseMerged(LocalDate OccurredOn, Guid Into) : CaseEvent(OccurredOn), IBetweenCases
{
    Guid IBetweenCases.OtherCase => Into;
}

/// <summary>Another case turned out to be a duplicate of this one.</summary>
public sealed record DuplicateMerged(LocalDate OccurredOn, Guid Duplicate) : CaseEvent(OccurredOn), IBetweenCases
{
    Guid IBetweenCases.OtherCase => Duplicate;
}

/// <summary>It concerns the same matter as another case. Both are counted.</summary>
public sealed record CaseLinked(LocalDate OccurredOn, Guid Case) : CaseEvent(OccurredOn), IBetweenCases
{
    Guid IBetweenCases.OtherCase => Case;
}

/// <summary>Something that the office wants to remember about the case.</summary>
public sealed record NoteAdded(LocalDate OccurredOn, Confidential Text, Guid? Person = null) : CaseEvent(OccurredOn), IConfidential
{
    public IConfidential Under(Guid person, Func<string, Confidential, Confidential> each) =>
        this with
        {
            Person = person,
            Text = each("text", Text),
        };
}

/// <summary>The case's documents are with the archive, so that what tells of a person may be erased here.</summary>
public sealed record DeliveredToArchive(LocalDate OccurredOn) : CaseEvent(OccurredOn);

/// <summary>The key was destroyed that everything written of the person was enciphered under; nothing of it can be read any more.</summary>
public sealed record PersonalDataErased(LocalDate OccurredOn, Guid Person, ErasureReason Reason) : CaseEvent(OccurredOn);

/// <summary>What was registered wrongly, as it should have been. Null leaves a field as it is.</summary>
/// <param name="OccurredOn">The day of the correction.</param>
/// <param name="ClosedOn">The day of the latest closing.</param>
/// <param name="Recomputable">The deadlines that ran from the day of receipt as it was; null where none did.</param>
public sealed record CaseCorrected(
    LocalDate OccurredOn,
    Confidential Reason,
    string? Number,
    LocalDate? ReceivedOn,
    Instant? ReceivedAt,
    string? Channel,
    string? ReferralSource,
    LocalDate? ClosedOn,
    Guid? Person = null,
    Resident? Resident = null,
    Confidential? Summary = null,
    IReadOnlyList<RecomputableDeadline>? Recomputable = null
) : CaseEvent(OccurredOn), IConfidential
{
    public IConfidential Under(Guid person, Func<string, Confidential, Confidential> each) =>
        this with
        {
            Person = person,
            Reason = each("reason", Reason),
            Resident = Resident?.Each(each),
            Summary = Summary is null ? null : each("summary", Summary),
        };
}

/// <summary>A deadline whose term ran from a day of receipt that was corrected since.</summary>
/// <param name="RequestId">The id of the response request.</param>
/// <param name="StartsOn">The day of receipt as it was, from which it runs.</param>
/// <param name="DueOn">When it is due.</param>
/// <param name="WouldBeDueOn">When it would be due, counted from the day of receipt as it was corrected.</param>
public sealed record RecomputableDeadline(Guid RequestId, LocalDate StartsOn, LocalDate DueOn, LocalDate WouldBeDueOn);
