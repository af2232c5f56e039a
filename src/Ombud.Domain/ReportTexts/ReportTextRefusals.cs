namespace Ombud.Domain.ReportTexts;

/// <summary>Every rule about the texts of reports that can refuse a command.</summary>
public static class ReportTextRefusals
{
    public static readonly Refusal NotFound = new(
        "report-text-not-found",
        "There is no such text of a report in this municipality.",
        "Look the id up in GET /v1/report-texts."
    );
    public static readonly Refusal AlreadyBegun = new(
        "report-text-already-begun",
        "A report has one text in a language, and that is begun already.",
        "Go on with it: GET /v1/report-texts gives its id."
    );
    public static readonly Refusal NoSuchSection = new(
        "report-text-section-not-found",
        "The text has no such section.",
        "Read the text for the sections that it has."
    );

    public static IReadOnlyList<Refusal> All { get; } = [NotFound, AlreadyBegun, NoSuchSection];
}
