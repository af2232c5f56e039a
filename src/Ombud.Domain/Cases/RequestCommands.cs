using System.ComponentModel.DataAnnotations;
using NodaTime;
using Ombud.Domain.Deadlines;

namespace Ombud.Domain.Cases;

/// <summary>Something to record about a response request. The days are today, unless they are given.</summary>
public abstract record RequestCommand;

/// <summary>The unit responded.</summary>
/// <param name="RespondedOn">The day the response came; today, unless it is given.</param>
/// <param name="DispatchedOn">The day it was posted or handed in, which counts where the rule asks for it.</param>
/// <param name="Result">What it says of the complaint: upheld, partly upheld or not upheld, where it says so.</param>
/// <param name="Change">What the unit changed; kept enciphered.</param>
public sealed record RegisterResponse(
    LocalDate? RespondedOn = null,
    LocalDate? DispatchedOn = null,
    ResponseResult? Result = null,
    [property: Prose] Confidential? Change = null
) : RequestCommand;

/// <summary>The unit told why its response takes long. Where the rule asks for no more, it has met its deadline.</summary>
/// <param name="Reason">Why; kept enciphered.</param>
/// <param name="ReceivedOn">The day it came; today, unless it is given.</param>
/// <param name="ExpectedOn">When it expects to answer, where it said so.</param>
public sealed record RegisterPreliminaryReply(
    [property: MaxLength(Limits.Line)] Confidential Reason,
    LocalDate? ReceivedOn = null,
    LocalDate? ExpectedOn = null
) : RequestCommand;

/// <summary>Moves the request to another unit, which is to respond by the deadline that holds already.</summary>
/// <param name="Unit">The unit that it is moved to: a code of the municipality's units.</param>
/// <param name="MovedOn">The first day on which it is with that unit; today, unless it is given.</param>
/// <param name="Reason">Why; kept enciphered.</param>
public sealed record MoveRequest(string Unit, LocalDate? MovedOn = null, [property: MaxLength(Limits.Line)] Confidential? Reason = null)
    : RequestCommand;

/// <summary>The unit was reminded.</summary>
/// <param name="SentOn">The day it was reminded; today, unless it is given.</param>
public sealed record SendReminder(LocalDate? SentOn = null) : RequestCommand;

/// <summary>Stops the deadline, for a reason that its rule knows.</summary>
/// <param name="Reason">Why it is paused.</param>
/// <param name="SuspendedOn">The day from which it stands still; today, unless it is given.</param>
public sealed record SuspendDeadline(PauseReason Reason, LocalDate? SuspendedOn = null) : RequestCommand;

/// <summary>Lets the deadline run again; the days between lengthen it.</summary>
/// <param name="ResumedOn">The day from which it runs again; today, unless it is given.</param>
public sealed record ResumeDeadline(LocalDate? ResumedOn = null) : RequestCommand;

/// <summary>Gives the unit more time.</summary>
/// <param name="ExtendedTo">The new last day, later than the present one.</param>
/// <param name="Reason">Why; kept enciphered.</param>
/// <param name="ExtendedOn">The day it was extended; today, unless it is given.</param>
public sealed record ExtendDeadline(
    LocalDate ExtendedTo,
    [property: MaxLength(Limits.Line)] Confidential Reason,
    LocalDate? ExtendedOn = null
) : RequestCommand;

/// <summary>Computes the date anew with the holidays and rules known today. What the unit was told is kept beside it.</summary>
public sealed record RecomputeDeadline : RequestCommand;

/// <summary>Nobody waits for the response any more, or no preliminary reply was called for.</summary>
/// <param name="Reason">Why; kept enciphered.</param>
/// <param name="WaivedOn">The day of the waiver; today, unless it is given.</param>
public sealed record WaiveDeadline([property: MaxLength(Limits.Line)] Confidential Reason, LocalDate? WaivedOn = null) : RequestCommand;

/// <summary>Records that the last day has ended, where it has: the deadline monitor's own command.</summary>
/// <param name="Now">The moment to judge by.</param>
public sealed record RecordOverdue(Instant Now) : RequestCommand;
