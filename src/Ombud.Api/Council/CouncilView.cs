using NodaTime;
using Ombud.Domain.Recommendations;
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
    IReadOnlyList<CouncilPresentation> Presentations,
    IReadOnlyList<CouncilDecision> Decisions,
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
            [.. state.Presentations.Select(each => new CouncilPresentation(each.OccurredOn, each.Body, each.Handling, each.Note))],
            [
                .. state.Decisions.Select(each => new CouncilDecision(
                    each.OccurredOn,
                    each.Body,
                    each.Position,
                    each.Words,
                    each.Recommendations
                )),
            ],
            state.Requests
        );
}

/// <summary>A report, or the account of what was done about it, was put before a body.</summary>
/// <param name="PresentedOn">The day it was presented.</param>
/// <param name="Body">The council or a committee: a code of the municipality's bodies.</param>
/// <param name="Handling">What the body was asked to do with it.</param>
/// <param name="Note">A note, in words.</param>
internal sealed record CouncilPresentation(LocalDate PresentedOn, string Body, Handling Handling, string? Note);

/// <summary>A body decided on the report and the recommendations in it. It closes none of them.</summary>
/// <param name="DecidedOn">The day it was decided.</param>
/// <param name="Body">The council or a committee: a code of the municipality's bodies.</param>
/// <param name="Position">What was decided.</param>
/// <param name="Words">The decision as it was worded: "tilslutte sig".</param>
/// <param name="Recommendations">Numbers of those it is about; none means all.</param>
internal sealed record CouncilDecision(
    LocalDate DecidedOn,
    string Body,
    CouncilPosition Position,
    string? Words,
    IReadOnlyList<string> Recommendations
);
