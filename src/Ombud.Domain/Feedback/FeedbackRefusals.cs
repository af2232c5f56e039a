namespace Ombud.Domain.Feedback;

/// <summary>Every rule about feedback that can refuse a command: those that Drammen's ombud set himself.</summary>
public static class FeedbackRefusals
{
    public static readonly Refusal NotFound = new(
        "feedback-not-found",
        "There is no such feedback in this municipality.",
        "Look the id up in GET /v1/feedback."
    );
    public static readonly Refusal AlreadyDrafted = new("feedback-already-drafted", "The feedback is drafted already.", "Use a new id.");
    public static readonly Refusal TooFewCases = new(
        "feedback-needs-several-cases",
        "Feedback rests on several cases whose handling the ombud has reviewed.",
        "Review further cases and attach them; or say under extraordinary why one is enough."
    );
    public static readonly Refusal NoReviewedCase = new(
        "feedback-needs-a-reviewed-case",
        "Feedback rests on cases whose handling the ombud has reviewed, and none of these is.",
        "Review a case first: POST /v1/cases/{id}/handling-reviews."
    );
    public static readonly Refusal AdministrationFirst = new(
        "administration-comes-first",
        "The administration is presented with feedback before the political level.",
        "Note that the administration was presented with it, on the same day or earlier."
    );
    public static readonly Refusal IsPresented = new(
        "feedback-is-presented",
        "The feedback was presented and stays as it was.",
        "Draft new feedback."
    );

    public static IReadOnlyList<Refusal> All { get; } =
    [NotFound, AlreadyDrafted, TooFewCases, NoReviewedCase, AdministrationFirst, IsPresented];
}
