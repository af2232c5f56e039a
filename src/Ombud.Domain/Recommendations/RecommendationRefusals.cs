namespace Ombud.Domain.Recommendations;

/// <summary>Every rule about recommendations that can refuse a command.</summary>
public static class RecommendationRefusals
{
    public static readonly Refusal NotFound = new(
        "recommendation-not-found",
        "There is no such recommendation in this municipality.",
        "Look the id up in GET /v1/recommendations."
    );
    public static readonly Refusal AlreadyIssued = new(
        "recommendation-already-issued",
        "The recommendation is issued already.",
        "Use a new id."
    );
    public static readonly Refusal NumberTaken = new(
        "recommendation-number-taken",
        "The report has another recommendation with this number.",
        "Give a number that is free."
    );
    public static readonly Refusal IsClosed = new("recommendation-is-closed", "The recommendation is closed.", "Reopen it first.");
    public static readonly Refusal IsOpen = new("recommendation-is-open", "The recommendation is not closed.", "Close it first.");
    public static readonly Refusal NotAssessed = new(
        "recommendation-not-assessed",
        "The ombud has not assessed what became of the recommendation.",
        "Assess it, then close it as implemented or not implemented."
    );
    public static readonly Refusal CaseIsVoided = new(
        "basis-case-is-voided",
        "A voided case, or one that was merged into another, is no basis for a recommendation.",
        "Leave it out, or name the case that it was merged into."
    );

    public static IReadOnlyList<Refusal> All { get; } = [NotFound, AlreadyIssued, NumberTaken, IsClosed, IsOpen, NotAssessed, CaseIsVoided];
}
