namespace Ombud.Domain.Cases;

/// <summary>Every rule that can refuse a command on a case.</summary>
public static class CaseRefusals
{
    public static readonly Refusal NotFound = new(
        "case-not-found",
        "There is no such case in this municipality.",
        "Look the id up in GET /v1/cases."
    );
    public static readonly Refusal AlreadyReceived = new(
        "case-already-received",
        "The case is registered already.",
        "Use a new id, or correct the case."
    );
    public static readonly Refusal IsVoided = new(
        "case-is-voided",
        "The case was voided and takes no more entries.",
        "Register a new case."
    );
    public static readonly Refusal IsMerged = new(
        "case-is-merged",
        "The case was merged into another and takes no more entries.",
        "Record it in the other case, which mergedIntoId names; or withdraw the merging."
    );
    public static readonly Refusal CannotTakeDuplicates = new(
        "case-cannot-take-duplicates",
        "A case is merged into one that is counted itself, and has no duplicates of its own then.",
        "Merge into the case that the other was merged into; merge a case's own duplicates first."
    );
    public static readonly Refusal IsClosed = new(
        "case-is-closed",
        "The case is closed with another outcome or on another day.",
        "Reopen it, or correct its closing date."
    );
    public static readonly Refusal IsOpen = new("case-is-open", "The case is not closed.", "Close it first.");
    public static readonly Refusal IsDeclined = new(
        "inquiry-is-declined",
        "The inquiry is declined already, for another reason or on another day.",
        "Replace or withdraw the entry that declined it."
    );
    public static readonly Refusal IsForwarded = new(
        "inquiry-is-forwarded",
        "The inquiry is forwarded to this recipient already, on another day.",
        "Replace or withdraw the entry that forwarded it."
    );
    public static readonly Refusal HandlerIsDisqualified = new(
        "handler-is-disqualified",
        "Whoever is named is disqualified from handling this case.",
        "Name somebody else, or withdraw the entry that disqualified them."
    );
    public static readonly Refusal IsAcknowledged = new(
        "inquiry-is-acknowledged",
        "An acknowledgement on another day is registered for this inquiry.",
        "Replace or withdraw that entry."
    );
    public static readonly Refusal IsReplied = new(
        "first-reply-is-sent",
        "A first reply on another day is registered for this inquiry.",
        "Replace or withdraw that entry."
    );
    public static readonly Refusal RequestNotFound = new(
        "response-request-not-found",
        "The case has no such response request.",
        "Read the case for the ids of its response requests."
    );
    public static readonly Refusal RequestExists = new(
        "response-request-exists",
        "The case has another response request with this id.",
        "Use a new id."
    );
    public static readonly Refusal IsWithUnit = new(
        "response-request-is-with-unit",
        "The response request is with this unit already, since another day.",
        "Name another unit; or replace or withdraw the entry since which it is there."
    );
    public static readonly Refusal AlreadyResponded = new(
        "response-already-received",
        "A response on another day is registered for this request.",
        "Read the case for the day that is registered."
    );
    public static readonly Refusal NoDeadline = new(
        "deadline-not-set",
        "The response request has no deadline.",
        "Make a new request that names the rules it is under."
    );
    public static readonly Refusal CannotPause = new(
        "deadline-cannot-be-paused",
        "The deadline's rule does not know such a pause.",
        "See GET /v1/deadline-rules for the reasons that a rule knows."
    );
    public static readonly Refusal IsPaused = new("deadline-is-paused", "The deadline is paused already.", "Resume it first.");
    public static readonly Refusal IsNotPaused = new("deadline-is-not-paused", "The deadline is not paused.", "Suspend it first.");
    public static readonly Refusal HasEnded = new(
        "deadline-has-ended",
        "The deadline had ended by then.",
        "Give the day on which it was granted, if that was in time; else leave it: it was missed."
    );
    public static readonly Refusal ExtensionShortens = new(
        "extension-shortens",
        "An extension gives more time.",
        "Give a day after the due date."
    );
    public static readonly Refusal IsWaived = new("deadline-is-waived", "The deadline was waived.", "Make a new request.");
    public static readonly Refusal NumberTaken = new(
        "case-number-taken",
        "Another case of this municipality has this number.",
        "Choose another number, or correct the case that holds it."
    );
    public static readonly Refusal NotDelivered = new(
        "not-delivered-to-archive",
        "Documentation of a case is delivered to the archive before it is erased.",
        "Deliver the person's cases and record it, or give the reason unlawful_content where it should never have been written down."
    );
    public static readonly Refusal PersonNotFound = new(
        "person-not-found",
        "Nothing is written of such a person in this municipality.",
        "Read a case for its person's id."
    );
    public static readonly Refusal PersonErased = new(
        "person-erased",
        "What was written of this person was erased, and nothing more can be written under this id.",
        "Leave person out; a new id is made."
    );
    public static readonly Refusal IdentifiersOfSeveral = new(
        "identifiers-of-several-people",
        "The identifiers are not all of one person.",
        "Leave out what several people share; or give personId to say who it is, and only identifiers that nobody else is known by. "
            + "Whose they are tells POST /v1/people/lookups."
    );

    public static IReadOnlyList<Refusal> All { get; } =
    [
        NotFound,
        AlreadyReceived,
        IsVoided,
        IsMerged,
        CannotTakeDuplicates,
        IsClosed,
        IsOpen,
        IsDeclined,
        IsForwarded,
        HandlerIsDisqualified,
        IsAcknowledged,
        IsReplied,
        RequestNotFound,
        RequestExists,
        IsWithUnit,
        AlreadyResponded,
        NumberTaken,
        NoDeadline,
        CannotPause,
        IsPaused,
        IsNotPaused,
        HasEnded,
        ExtensionShortens,
        IsWaived,
        NotDelivered,
        PersonNotFound,
        PersonErased,
        IdentifiersOfSeveral,
    ];
}
