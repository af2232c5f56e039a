using NodaTime;
using Ombud.Domain.Reports;
using Ombud.Domain.ReportTexts;

namespace Ombud.Api.ReportTexts;

/// <summary>What the office writes in a report, as it stands.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">How many events it has; also its ETag.</param>
/// <param name="Kind">Which of the municipality's reports it is for.</param>
/// <param name="From">The first day of its period.</param>
/// <param name="To">The last day of its period.</param>
/// <param name="Language">The language that it is written in.</param>
/// <param name="BegunOn">The day it was begun.</param>
/// <param name="WrittenOn">The day it was changed last.</param>
/// <param name="Introduction">What the report begins with, in Markdown; absent where nothing is written.</param>
/// <param name="Comments">What stands under tables, in Markdown.</param>
/// <param name="Findings">What the ombud found, in order, in Markdown.</param>
internal sealed record ReportTextView(
    Guid Id,
    long Version,
    ReportKind Kind,
    LocalDate From,
    LocalDate To,
    string Language,
    LocalDate BegunOn,
    LocalDate WrittenOn,
    string? Introduction,
    IReadOnlyList<CommentOnTable> Comments,
    IReadOnlyList<Finding> Findings
)
{
    public static ReportTextView Of(Guid id, long version, ReportText state) =>
        new(
            id,
            version,
            state.Kind,
            state.From,
            state.To,
            state.Language,
            state.BegunOn,
            state.WrittenOn,
            state.Introduction,
            state.Comments,
            state.Findings
        );
}
