using System.ComponentModel.DataAnnotations;
using NodaTime;
using Ombud.Domain.Entries;

namespace Ombud.Domain.Feedback;

/// <summary>Something that the office wants recorded about a piece of feedback.</summary>
public abstract record FeedbackCommand;

/// <summary>Drafts feedback that is general in form: no case number, no name, no number of a person.</summary>
/// <param name="Text">The feedback, in general form.</param>
/// <param name="Cases">The cases it draws on.</param>
/// <param name="ServiceArea">The part of the municipality that it belongs to: a code of its service areas.</param>
/// <param name="Extraordinary">Why it may rest on a single case.</param>
/// <param name="DraftedOn">The day it was drafted; today, unless it is given.</param>
/// <param name="Id">The caller's own id for it; one is made where none is given.</param>
public sealed record DraftFeedback(
    [property: MaxLength(Limits.Passage)] string Text,
    [property: MaxLength(Limits.References)] IReadOnlyList<Guid> Cases,
    string? ServiceArea = null,
    [property: MaxLength(Limits.Line)] string? Extraordinary = null,
    LocalDate? DraftedOn = null,
    [property: NotNil] Guid? Id = null
) : FeedbackCommand, ICreating;

/// <summary>Words it anew, before anybody is presented with it.</summary>
/// <param name="Text">The feedback, in general form; as it was, unless it is given.</param>
/// <param name="Extraordinary">Why one case is enough; as it was, unless it is given.</param>
public sealed record RedraftFeedback(
    [property: MaxLength(Limits.Passage)] string? Text = null,
    [property: MaxLength(Limits.Line)] string? Extraordinary = null
) : FeedbackCommand;

/// <summary>Lets it draw on further cases.</summary>
/// <param name="Cases">Ids of the cases.</param>
public sealed record AttachCases([property: MaxLength(Limits.References)] IReadOnlyList<Guid> Cases) : FeedbackCommand;

/// <summary>Notes that the administration was presented with it.</summary>
/// <param name="Unit">The unit that was, or none where it was the management.</param>
/// <param name="PresentedOn">The day it was presented; today, unless it is given.</param>
public sealed record PresentToAdministration(string? Unit = null, LocalDate? PresentedOn = null) : FeedbackCommand;

/// <summary>Notes that a body was presented with it.</summary>
/// <param name="Body">The council or a committee: a code of the municipality's bodies.</param>
/// <param name="PresentedOn">The day it was presented; today, unless it is given.</param>
public sealed record PresentFeedback(string Body, LocalDate? PresentedOn = null) : FeedbackCommand;

/// <summary>Takes back an entry that was recorded wrongly, or puts what should have been recorded in its place.</summary>
/// <param name="Version">The version of the entry.</param>
/// <param name="Reason">Why it is wrong, in general form.</param>
/// <param name="Replacement">What should have been recorded; null where nothing should.</param>
public sealed record WithdrawFeedbackEntry(int Version, [property: MaxLength(Limits.Line)] string Reason, FeedbackCommand? Replacement)
    : FeedbackCommand,
        IEntryWithdrawal<FeedbackCommand>;
