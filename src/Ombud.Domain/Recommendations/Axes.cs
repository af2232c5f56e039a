namespace Ombud.Domain.Recommendations;

/// <summary>What the council said to a recommendation. To take note of it is not to endorse it.</summary>
public enum CouncilPosition
{
    None,
    TakenNoteOf,
    TakenForInformation,
    Endorsed,
    AdoptedWithChanges,
    NotEndorsed,
    Returned,
    Postponed,
}

/// <summary>What the administration answered.</summary>
public enum AdministrationPosition
{
    NoAnswer,

    /// <summary>It answered, and took no position.</summary>
    NoPosition,
    Accepted,
    PartiallyAccepted,
    ExistingPractice,
    RejectedWithReason,
    UnderConsideration,
}

/// <summary>How far it has come.</summary>
public enum Progress
{
    NotStarted,
    Decided,
    Planned,
    InProgress,
    Delayed,
    Rescheduled,
    Implemented,
    PartiallyImplemented,
    Abandoned,
}

/// <summary>The ombud's own judgement of what has become of it.</summary>
public enum OmbudAssessment
{
    NotAssessed,
    Satisfied,
    PartlySatisfied,
    NotSatisfied,
}

/// <summary>Whether the ombud still follows it up.</summary>
public enum Closure
{
    Open,
    ClosedImplemented,
    ClosedNotImplemented,
    ClosedSuperseded,
    ClosedNoLongerRelevant,
    Withdrawn,
}
