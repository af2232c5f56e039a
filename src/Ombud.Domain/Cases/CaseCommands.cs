using NodaTime;

namespace Ombud.Domain.Cases;

/// <summary>Something that the office, or another system on its behalf, wants recorded about a case.</summary>
public abstract record CaseCommand;

/// <summary>Registers an inquiry with everything that is known of it. Give <c>receivedOn</c> or <c>receivedAt</c>.</summary>
public sealed record ReceiveCase(
    string? Number = null,
    LocalDate? ReceivedOn = null,
    Instant? ReceivedAt = null,
    string? Channel = null,
    string? ReferralSource = null,
    bool? WithinMandate = null,
    bool? RequiresResponse = null,
    string? ServiceArea = null,
    IReadOnlyList<string>? Matters = null,
    IReadOnlyList<string>? Units = null) : CaseCommand;

/// <summary>Judges whether the inquiry is within the mandate and requires a response. Today, unless a day is given.</summary>
public sealed record AssessCase(bool? WithinMandate = null, bool? RequiresResponse = null, LocalDate? AssessedOn = null) : CaseCommand;

/// <summary>Says what the case is about, in place of what was said before.</summary>
public sealed record CategorizeCase(string ServiceArea, IReadOnlyList<string> Matters, IReadOnlyList<string>? Units = null, LocalDate? CategorizedOn = null) : CaseCommand;

/// <summary>The ombud has seen how the municipality handled the matter.</summary>
public sealed record ReviewHandling(LocalDate? ReviewedOn = null) : CaseCommand;

/// <summary>Asks a unit for a response.</summary>
/// <param name="RequestId">The caller's own id for it; one is made where none is given.</param>
public sealed record RequestResponse(string Unit, LocalDate? RequestedOn = null, Guid? RequestId = null) : CaseCommand;

/// <summary>The unit responded.</summary>
public sealed record RegisterResponse(Guid RequestId, LocalDate? RespondedOn = null) : CaseCommand;

public sealed record CloseCase(string Outcome, LocalDate? ClosedOn = null) : CaseCommand;

public sealed record ReopenCase(LocalDate? ReopenedOn = null) : CaseCommand;

/// <param name="Reason">Why it should not have been registered. No personal data.</param>
public sealed record VoidCase(string Reason) : CaseCommand;

/// <param name="Reason">Why it was wrong. No personal data.</param>
public sealed record CorrectCase(
    string Reason,
    string? Number = null,
    LocalDate? ReceivedOn = null,
    Instant? ReceivedAt = null,
    string? Channel = null,
    string? ReferralSource = null,
    LocalDate? ClosedOn = null) : CaseCommand;
