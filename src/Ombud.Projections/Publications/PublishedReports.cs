using NodaTime;
using Ombud.Domain.Reports;
using Ombud.Projections.Engine;

namespace Ombud.Projections.Publications;

/// <summary>One row for each published report.</summary>
public static class PublishedReports
{
    public static ReadModel<Report, PublicationRow> Model { get; } =
        new(
            "published_reports",
            Rows,
            _ => "",
            [
                // A period is reported once; what follows is a corrigendum, and each report has one at the most.
                new(
                    "first",
                    "(tenant_id, kind, period_from, period_to) where recorded_to = 'infinity' and supersedes is null",
                    Unique: true,
                    ReportRefusals.AlreadyPublished
                ),
                new(
                    "corrigendum",
                    "(tenant_id, supersedes) where recorded_to = 'infinity' and supersedes is not null",
                    Unique: true,
                    ReportRefusals.AlreadySuperseded
                ),
                new("published", "(tenant_id, recorded_from)"),
            ]
        );

    public static IEnumerable<PublicationRow> Rows(Report state) =>
        [
            state.Published is { } e
                ? PublicationRow.Of(e)
                : new(
                    state.Kind,
                    state.From,
                    state.To,
                    state.To,
                    null,
                    state.Title,
                    0,
                    state.PublishedOn,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null
                ),
        ];
}

/// <summary>
/// A published report as lists show it. One that was published without Ombud has no language, moment, position and digest.
/// </summary>
public sealed record PublicationRow(
    ReportKind Kind,
    LocalDate PeriodFrom,
    LocalDate PeriodTo,
    LocalDate CutOff,
    string? Language,
    string? Title,
    int MinimumCell,
    LocalDate PublishedOn,
    Instant? AsOf,
    long? Position,
    string? Digest,
    Guid? Supersedes,
    string? Reason,
    int? Layout,
    Guid? TextId,
    int? TextVersion
)
{
    public static PublicationRow Of(ReportPublished e) =>
        new(
            e.Kind,
            e.From,
            e.To,
            e.CutOff,
            e.Language,
            e.Title,
            e.MinimumCell,
            e.OccurredOn,
            e.AsOf,
            e.Position,
            e.Digest,
            e.Supersedes,
            e.Reason,
            e.Layout ?? ReportLayout.First,
            e.Text?.Id,
            e.Text?.Version
        );
}
