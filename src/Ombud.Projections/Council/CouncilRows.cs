using NodaTime;
using Ombud.Domain.Recommendations;
using Ombud.Domain.Reports;
using Ombud.Projections.Engine;

namespace Ombud.Projections.Council;

/// <summary>What bodies were presented with, decided and asked for: one row each.</summary>
public static class CouncilRows
{
    private static readonly RowIndex History = new("history", "(tenant_id, recorded_from)");

    public static ReadModel<Report, PresentationRow> Presentations { get; } =
        new(
            "report_presentations",
            state => state.Presentations.Select((each, i) => new PresentationRow(i, each.OccurredOn, each.Body, each.Handling, each.Note)),
            row => $"{row.Place}",
            [History]
        );

    public static ReadModel<Report, DecisionRow> Decisions { get; } =
        new(
            "council_decisions",
            state =>
                state.Decisions.Select(
                    (each, i) => new DecisionRow(i, each.OccurredOn, each.Body, each.Position, each.Words, each.Recommendations)
                ),
            row => $"{row.Place}",
            [History]
        );

    public static ReadModel<Report, CouncilRequestRow> Requests { get; } =
        new(
            "council_requests",
            state =>
                state.Requests.Select(each => new CouncilRequestRow(
                    each.Id,
                    each.AskedOn,
                    each.Body,
                    each.Text,
                    each.DueOn,
                    each.AnsweredOn,
                    each.Answer
                )),
            row => row.RequestId.ToString("N"),
            [History]
        );
}

/// <param name="Place">Counted from 0, in order of the days.</param>
public sealed record PresentationRow(int Place, LocalDate PresentedOn, string Body, Handling Handling, string? Note);

/// <param name="Place">Counted from 0, in order of the days.</param>
/// <param name="Recommendations">Numbers of those it is about; none means all.</param>
public sealed record DecisionRow(
    int Place,
    LocalDate DecidedOn,
    string Body,
    CouncilPosition Position,
    string? Words,
    IReadOnlyList<string> Recommendations
);

public sealed record CouncilRequestRow(
    Guid RequestId,
    LocalDate AskedOn,
    string Body,
    string Text,
    LocalDate? DueOn,
    LocalDate? AnsweredOn,
    string? Answer
);
