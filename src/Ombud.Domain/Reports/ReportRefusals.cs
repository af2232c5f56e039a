namespace Ombud.Domain.Reports;

/// <summary>Every rule about published reports that can refuse a request.</summary>
public static class ReportRefusals
{
    public static readonly Refusal NotFound = new(
        "report-not-found",
        "There is no such report in this municipality.",
        "Look the id up in GET /v1/reports."
    );
    public static readonly Refusal AlreadyPublished = new(
        "report-already-published",
        "A report of this kind and period is published already.",
        "To correct it, name it as supersedes and say why."
    );
    public static readonly Refusal AlreadySuperseded = new(
        "report-already-superseded",
        "The report has a corrigendum already.",
        "Name the newest one as supersedes."
    );
    public static readonly Refusal OtherReport = new(
        "corrigendum-of-another-report",
        "A corrigendum has the kind and the period of the report that it corrects.",
        "Publish it as a report of its own."
    );

    public static readonly Refusal NoDocument = new(
        "report-document-not-kept",
        "The report was published without Ombud, which does not keep its document.",
        "Ask the office for it; what the council did with it stands in GET /v1/follow-up."
    );
    public static readonly Refusal RequestNotFound = new(
        "council-request-not-found",
        "The report has no such request of a body.",
        "Look the id up in GET /v1/council-requests."
    );
    public static readonly Refusal RequestExists = new(
        "council-request-exists",
        "The report has another request with this id.",
        "Use a new id."
    );
    public static readonly Refusal RequestAnswered = new(
        "council-request-answered",
        "The request was answered on another day.",
        "Read GET /v1/council-requests for the day that is registered."
    );

    public static IReadOnlyList<Refusal> All { get; } =
    [NotFound, AlreadyPublished, AlreadySuperseded, OtherReport, NoDocument, RequestNotFound, RequestExists, RequestAnswered];
}
