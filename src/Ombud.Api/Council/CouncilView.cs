using NodaTime;
using Ombud.Domain.Reports;

namespace Ombud.Api.Council;

/// <summary>A report and what bodies did with it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">How many events it has; also its ETag.</param>
/// <param name="Kind">Which of its reports it is.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Title">What it is called.</param>
/// <param name="PublishedOn">The day it was published.</param>
/// <param name="Presentations">When it was put before whom, in order.</param>
/// <param name="Decisions">What bodies decided, in order.</param>
/// <param name="Requests">The accounts that bodies asked for, in order.</param>
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
