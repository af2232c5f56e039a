using NodaTime;
using Ombud.Domain.Reports;

namespace Ombud.Api.Council;

/// <summary>A report and what bodies did with it.</summary>
/// <param name="Version">How many events it has; also its ETag.</param>
internal sealed record CouncilView(
    Guid Id,
    long Version,
    ReportKind Kind,
    LocalDate From,
    LocalDate To,
    string? Title,
    LocalDate PublishedOn,
    IReadOnlyList<ReportPresented> Presentations,
    IReadOnlyList<CouncilDecided> Decisions,
    IReadOnlyList<CouncilRequest> Requests
)
{
    public static CouncilView Of(Guid id, long version, Report state) =>
        new(
            id,
            version,
            state.Kind,
            state.From,
            state.To,
            state.Title,
            state.PublishedOn,
            state.Presentations,
            state.Decisions,
            state.Requests
        );
}
