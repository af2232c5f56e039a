using NodaTime;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;
using Ombud.Projections.FollowUp;
using Ombud.Projections.Publications;

namespace Ombud.Api.Reports;

/// <summary>A published report in a list. One that was published without Ombud has no language, moment, position and digest.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Which of the municipality's reports it is.</param>
/// <param name="Label">The period's name: <c>2023</c>, <c>T1 2023</c>, <c>19/20</c>, or its dates.</param>
/// <param name="From">The period's first day.</param>
/// <param name="To">The period's last day.</param>
/// <param name="CutOff">The last day that counts.</param>
/// <param name="Language">The language of its words; absent where it was published without Ombud.</param>
/// <param name="Title">What it is called.</param>
/// <param name="MinimumCell">The smallest count that is shown, but for 0; 0 where all are.</param>
/// <param name="PublishedOn">The day it was published.</param>
/// <param name="AsOf">The moment whose knowledge it shows: nothing recorded since has a part in it.</param>
/// <param name="Position">The place in the log of the last event that it can have seen.</param>
/// <param name="Digest">SHA-256 of the document's bytes.</param>
/// <param name="Layout">Which parts the document has: later layouts have more.</param>
/// <param name="Supersedes">The report that it corrects.</param>
/// <param name="Reason">Why it had to correct an earlier one.</param>
/// <param name="SupersededBy">The report that corrects it.</param>
/// <param name="Text">What the office wrote in it, and which version of that; absent where it was published without.</param>
public sealed record PublicationView(
    Guid Id,
    ReportKind Kind,
    string Label,
    LocalDate From,
    LocalDate To,
    LocalDate CutOff,
    string? Language,
    string? Title,
    int MinimumCell,
    LocalDate PublishedOn,
    Instant? AsOf,
    long? Position,
    string? Digest,
    int? Layout,
    Guid? Supersedes,
    string? Reason,
    Guid? SupersededBy,
    ReportTextVersion? Text
)
{
    public static PublicationView Of(Publication publication, Municipality municipality)
    {
        var report = publication.Report;
        return new(
            publication.Id,
            report.Kind,
            new ReportingPeriod(report.PeriodFrom, report.PeriodTo).Label(municipality.ReportingYearStart),
            report.PeriodFrom,
            report.PeriodTo,
            report.CutOff,
            report.Language,
            report.Title,
            report.MinimumCell,
            report.PublishedOn,
            report.AsOf,
            report.Position,
            report.Digest,
            report.Layout,
            report.Supersedes,
            report.Reason,
            publication.SupersededBy,
            report is { TextId: { } text, TextVersion: { } version } ? new(text, version) : null
        );
    }
}

/// <summary>The reports that were published, and those that are owed.</summary>
/// <param name="Items">The published reports, the newest first.</param>
/// <param name="Due">What the municipality owes next.</param>
/// <param name="Meetings">Planned meetings on reports that are ahead, and those whose day has passed without a presentation on
/// record.</param>
public sealed record PublicationList(
    IReadOnlyList<PublicationView> Items,
    IReadOnlyList<DueReport> Due,
    IReadOnlyList<MeetingLine> Meetings
)
{
    /// <param name="today">The day to judge by.</param>
    /// <param name="meetings">All that were planned.</param>
    public static PublicationList Of(
        IReadOnlyList<Publication> publications,
        Municipality municipality,
        LocalDate today,
        IEnumerable<MeetingLine> meetings
    )
    {
        var published = publications.Select(each => (each.Report.Kind, each.Report.PeriodFrom)).ToHashSet();
        return new(
            [.. publications.Select(each => PublicationView.Of(each, municipality))],
            [
                .. ReportCalendar
                    .Due(municipality.ReportKinds, today, municipality.InForceFrom, municipality.ReportingYearStart, published)
                    .Select(due => new DueReport(
                        due.Kind,
                        due.Period.Label(municipality.ReportingYearStart),
                        due.Period.From,
                        due.Period.To,
                        due.Period.To < today
                    )),
            ],
            [.. meetings.Where(meeting => meeting.IsDue && meeting.Kind is not null)]
        );
    }
}

/// <summary>A report that the municipality owes its council.</summary>
/// <param name="Kind">Which of its reports it is.</param>
/// <param name="Label">The period's name: <c>2023</c>, <c>T1 2023</c>, <c>19/20</c>, or its dates.</param>
/// <param name="From">The period's first day.</param>
/// <param name="To">The period's last day, after which it is due.</param>
/// <param name="Overdue">True where the period has ended.</param>
public sealed record DueReport(ReportKind Kind, string Label, LocalDate From, LocalDate To, bool Overdue);
