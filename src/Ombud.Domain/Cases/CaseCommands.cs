using System.ComponentModel.DataAnnotations;
using NodaTime;
using Ombud.Domain.Confidentiality;
using Ombud.Domain.Entries;

namespace Ombud.Domain.Cases;

/// <summary>Something that the office, or another system on its behalf, wants recorded about a case.</summary>
public abstract record CaseCommand;

/// <summary>Registers an inquiry with everything that is known of it. Give <c>receivedOn</c> or <c>receivedAt</c>.</summary>
/// <param name="Number">The number that the office gives it, 1 to 64 characters. Where the municipality has <c>caseNumbers</c>, it is given
/// the next one of the year in which it was received, unless it is given here.</param>
/// <param name="ReceivedOn">The day it was received, in the municipality's time zone.</param>
/// <param name="ReceivedAt">The moment it was received, where it is known so exactly.</param>
/// <param name="Channel">How it came: a code of the municipality's channels.</param>
/// <param name="ReferralSource">How the inhabitant found the ombud: a code of the municipality's referral sources.</param>
/// <param name="WithinMandate">Whether it is within the ombud's mandate.</param>
/// <param name="RequiresResponse">Whether it requires a response from the ombud.</param>
/// <param name="ServiceArea">The part of the municipality that it belongs to: a code of its service areas.</param>
/// <param name="Matters">What it is about: codes of the municipality's matters, each once.</param>
/// <param name="Units">The units that handle it: codes of the municipality's units, each once, the leading one first.</param>
/// <param name="Resident">Who turned to the ombud; kept enciphered.</param>
/// <param name="Summary">What it is about, in words; kept enciphered.</param>
/// <param name="PersonId">The person's id, where they came before, or the caller's own id for them; one is made where it is needed and none
/// is given.</param>
/// <param name="InquiryType">What kind of inquiry it is: a code of the municipality's inquiry types.</param>
/// <param name="Anonymous">Whether whoever made it wants to stay unknown.</param>
/// <param name="PowerOfAttorneySeen">Where somebody acts on the inhabitant's behalf: whether the ombud has seen the power of
/// attorney.</param>
/// <param name="Handler">Who of the office handles it: the office's own id for them.</param>
/// <param name="Id">The caller's own id for it; one is made where none is given.</param>
/// <param name="Identifiers">What tells the person from all others. Where somebody is known by one of them, the case is about that person;
/// only fingerprints are kept, by which they are found when they come again.</param>
public sealed record ReceiveCase(
    [property: MaxLength(64)] string? Number = null,
    LocalDate? ReceivedOn = null,
    Instant? ReceivedAt = null,
    string? Channel = null,
    string? ReferralSource = null,
    bool? WithinMandate = null,
    bool? RequiresResponse = null,
    string? ServiceArea = null,
    [property: MaxLength(Limits.Codes)] IReadOnlyList<string>? Matters = null,
    [property: MaxLength(Limits.Codes)] IReadOnlyList<string>? Units = null,
    Resident? Resident = null,
    [property: Prose] Confidential? Summary = null,
    [property: NotNil] Guid? PersonId = null,
    string? InquiryType = null,
    bool? Anonymous = null,
    bool? PowerOfAttorneySeen = null,
    [property: MaxLength(64)] string? Handler = null,
    [property: NotNil] Guid? Id = null,
    PersonIdentifiers? Identifiers = null
) : CaseCommand, ICreating;

/// <summary>Says what kind of inquiry it is, and of whom. What is left out stays as it was.</summary>
/// <param name="InquiryType">What kind of inquiry it is: a code of the municipality's inquiry types.</param>
/// <param name="Anonymous">Whether whoever made it wants to stay unknown.</param>
/// <param name="PowerOfAttorneySeen">Where somebody acts on the inhabitant's behalf: whether the ombud has seen the power of
/// attorney.</param>
/// <param name="DescribedOn">The day it was described; today, unless it is given.</param>
public sealed record DescribeInquiry(
    string? InquiryType = null,
    bool? Anonymous = null,
    bool? PowerOfAttorneySeen = null,
    LocalDate? DescribedOn = null
) : CaseCommand;

/// <summary>Declines the inquiry: the ombud does not take it up.</summary>
/// <param name="Reason">Why: a code of the municipality's reasons for declining.</param>
/// <param name="DeclinedOn">The day it was declined; today, unless it is given.</param>
public sealed record DeclineInquiry(string Reason, LocalDate? DeclinedOn = null) : CaseCommand;

/// <summary>Passes the inquiry on to somebody whom it belongs to.</summary>
/// <param name="Recipient">To whom: a code of the municipality's recipients.</param>
/// <param name="ForwardedOn">The day it was forwarded; today, unless it is given.</param>
public sealed record ForwardInquiry(string Recipient, LocalDate? ForwardedOn = null) : CaseCommand;

/// <summary>Gives the case to somebody of the office, in place of whoever had it.</summary>
/// <param name="Handler">Who handles it: the office's own id for them.</param>
/// <param name="AssignedOn">The day from which they handle it; today, unless it is given.</param>
public sealed record AssignHandler([property: MaxLength(64)] string Handler, LocalDate? AssignedOn = null) : CaseCommand;

/// <summary>Somebody of the office may not handle the case.</summary>
/// <param name="Handler">Who: the office's own id for them.</param>
/// <param name="Reason">Why they are disqualified; kept enciphered.</param>
/// <param name="DisqualifiedOn">The day it was found; today, unless it is given.</param>
public sealed record DisqualifyHandler(
    [property: MaxLength(64)] string Handler,
    [property: MaxLength(Limits.Line)] Confidential Reason,
    LocalDate? DisqualifiedOn = null
) : CaseCommand;

/// <summary>The ombud told the inhabitant that the inquiry was received.</summary>
/// <param name="SentOn">The day it was sent; today, unless it is given.</param>
public sealed record SendAcknowledgement(LocalDate? SentOn = null) : CaseCommand;

/// <summary>The ombud replied to the inhabitant for the first time, in substance.</summary>
/// <param name="SentOn">The day it was sent; today, unless it is given.</param>
public sealed record SendFirstReply(LocalDate? SentOn = null) : CaseCommand;

/// <summary>Judges whether the inquiry is within the mandate and requires a response. Today, unless a day is given.</summary>
/// <param name="WithinMandate">Whether it is within the ombud's mandate; as it was, unless it is given.</param>
/// <param name="RequiresResponse">Whether it requires a response from the ombud; as it was, unless it is given.</param>
/// <param name="AssessedOn">The day it was assessed; today, unless it is given.</param>
public sealed record AssessCase(bool? WithinMandate = null, bool? RequiresResponse = null, LocalDate? AssessedOn = null) : CaseCommand;

/// <summary>Says what the case is about, in place of what was said before.</summary>
/// <param name="ServiceArea">The part of the municipality that it belongs to: a code of its service areas.</param>
/// <param name="Matters">What it is about: codes of the municipality's matters, each once.</param>
/// <param name="Units">The units that handle it: codes of the municipality's units, each once, the leading one first.</param>
/// <param name="CategorizedOn">The day it was categorized; today, unless it is given.</param>
public sealed record CategorizeCase(
    string ServiceArea,
    [property: MaxLength(Limits.Codes)] IReadOnlyList<string> Matters,
    [property: MaxLength(Limits.Codes)] IReadOnlyList<string>? Units = null,
    LocalDate? CategorizedOn = null
) : CaseCommand;

/// <summary>The ombud has seen how the municipality handled the matter.</summary>
/// <param name="ReviewedOn">The day it was reviewed; today, unless it is given.</param>
public sealed record ReviewHandling(LocalDate? ReviewedOn = null) : CaseCommand;

/// <summary>Asks a unit for a response, to the inhabitant or to the ombud.</summary>
/// <param name="Unit">The unit that is asked: a code of the municipality's units.</param>
/// <param name="RequestedOn">The day the unit was asked; today, unless it is given.</param>
/// <param name="Id">The caller's own id for it; one is made where none is given.</param>
/// <param name="Rules">The rules that give it a deadline, such as <c>NO.fvl.11a.preliminary-reply</c>; of several the shorter prevails.
/// None: no deadline.</param>
/// <param name="StartsOn">The day the term runs from: of receipt, arrival, or availability, as the rule has it. The day it is asked for,
/// unless it is given.</param>
/// <param name="LetterDated">In place of <c>startsOn</c>, where a letter's date tells when it counts as received.</param>
/// <param name="Area">For <c>DK.rsl.3</c>: the area in the municipality's table of terms.</param>
/// <param name="DueOn">For <c>ombud.request</c> and its like: the date that is set.</param>
public sealed record RequestResponse(
    string Unit,
    LocalDate? RequestedOn = null,
    Guid? Id = null,
    [property: MaxLength(Limits.Rules)] IReadOnlyList<string>? Rules = null,
    LocalDate? StartsOn = null,
    LocalDate? LetterDated = null,
    string? Area = null,
    LocalDate? DueOn = null
) : CaseCommand;

/// <summary>Something that concerns one of the case's response requests.</summary>
public sealed record ForRequest(Guid RequestId, RequestCommand Command) : CaseCommand;

/// <summary>Closes the case.</summary>
/// <param name="Outcome">How it ended: a code of the municipality's outcomes.</param>
/// <param name="ClosedOn">The day it was closed; today, unless it is given.</param>
public sealed record CloseCase(string Outcome, LocalDate? ClosedOn = null) : CaseCommand;

/// <summary>Opens a closed case again.</summary>
/// <param name="ReopenedOn">The day it was reopened; today, unless it is given.</param>
public sealed record ReopenCase(LocalDate? ReopenedOn = null) : CaseCommand;

/// <summary>Takes back an inquiry that should not have been registered.</summary>
/// <param name="Reason">Why it should not have been registered; kept enciphered.</param>
public sealed record VoidCase([property: MaxLength(Limits.Line)] Confidential Reason) : CaseCommand;

/// <summary>Merges a duplicate into the case that it is a duplicate of.</summary>
/// <param name="CaseId">The id of the other case. The two are counted once, as that.</param>
/// <param name="MergedOn">The day of the merging; today, unless it is given.</param>
public sealed record MergeCase(Guid CaseId, LocalDate? MergedOn = null) : CaseCommand;

/// <summary>Says that two cases concern the same matter. Both are counted.</summary>
/// <param name="CaseId">The id of the other case.</param>
/// <param name="LinkedOn">The day of the link; today, unless it is given.</param>
public sealed record LinkCase(Guid CaseId, LocalDate? LinkedOn = null) : CaseCommand;

/// <summary>Adds a note.</summary>
/// <param name="Text">Kept enciphered.</param>
/// <param name="NotedOn">The day of the note; today, unless it is given.</param>
public sealed record AddNote([property: Prose] Confidential Text, LocalDate? NotedOn = null) : CaseCommand;

/// <summary>The case's documents were delivered to the archive.</summary>
/// <param name="DeliveredOn">The day they were delivered; today, unless it is given.</param>
public sealed record DeliverToArchive(LocalDate? DeliveredOn = null) : CaseCommand;

/// <summary>Corrects what was registered wrongly. What is left out stays as it was.</summary>
/// <param name="Reason">Why it was wrong; kept enciphered.</param>
/// <param name="Number">The number that the office gave it.</param>
/// <param name="ReceivedOn">The day it was received, in the municipality's time zone.</param>
/// <param name="ReceivedAt">The moment it was received, where it is known so exactly.</param>
/// <param name="Channel">How it came: a code of the municipality's channels.</param>
/// <param name="ReferralSource">How the inhabitant found the ombud: a code of the municipality's referral sources.</param>
/// <param name="ClosedOn">The day it was closed.</param>
/// <param name="Resident">All that is known of the person, in place of what was.</param>
/// <param name="Summary">What it is about, in words, in place of what was; kept enciphered.</param>
/// <param name="Recompute">True to compute the deadlines anew that ran from the day of receipt as it was: what the case has as
/// <c>recomputable</c>, now or from an earlier correction. What the units were told is kept beside it.</param>
public sealed record CorrectCase(
    [property: MaxLength(Limits.Line)] Confidential Reason,
    [property: MaxLength(64)] string? Number = null,
    LocalDate? ReceivedOn = null,
    Instant? ReceivedAt = null,
    string? Channel = null,
    string? ReferralSource = null,
    LocalDate? ClosedOn = null,
    Resident? Resident = null,
    [property: Prose] Confidential? Summary = null,
    bool Recompute = false
) : CaseCommand;

/// <summary>Takes back an entry that was recorded wrongly, or puts what should have been recorded in its place.</summary>
/// <param name="Version">The version of the entry.</param>
/// <param name="Reason">Why it is wrong, in general form: it stands readable in the history.</param>
/// <param name="Replacement">What should have been recorded; null where nothing should.</param>
public sealed record WithdrawCaseEntry(int Version, [property: MaxLength(Limits.Line)] string Reason, CaseCommand? Replacement)
    : CaseCommand,
        IEntryWithdrawal<CaseCommand>;
