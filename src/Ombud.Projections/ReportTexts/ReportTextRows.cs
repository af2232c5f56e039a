using NodaTime;
using Ombud.Domain.Reports;
using Ombud.Domain.ReportTexts;
using Ombud.Projections.Engine;

namespace Ombud.Projections.ReportTexts;

/// <summary>One row for each text of a report. What it says is read from its stream.</summary>
public static class ReportTextRows
{
    public static ReadModel<ReportText, ReportTextRow> Model { get; } =
        new(
            "report_texts",
            state =>
                [
                    new(
                        state.Kind,
                        state.From,
                        state.To,
                        state.Language,
                        state.BegunOn,
                        state.WrittenOn,
                        state.Introduction is not null,
                        state.Comments.Count,
                        state.Findings.Count
                    ),
                ],
            _ => "",
            [
                new(
                    "of_report",
                    "(tenant_id, kind, period_from, period_to, language) where recorded_to = 'infinity'",
                    Unique: true,
                    ReportTextRefusals.AlreadyBegun
                ),
                new("history", "(tenant_id, recorded_from)"),
            ]
        );
}

/// <param name="HasIntroduction">Whether it has one.</param>
/// <param name="Comments">How many tables are commented on.</param>
/// <param name="Findings">How many there are.</param>
public sealed record ReportTextRow(
    ReportKind Kind,
    LocalDate PeriodFrom,
    LocalDate PeriodTo,
    string Language,
    LocalDate BegunOn,
    LocalDate WrittenOn,
    bool HasIntroduction,
    int Comments,
    int Findings
);
