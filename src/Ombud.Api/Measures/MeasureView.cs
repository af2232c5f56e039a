using NodaTime;
using Ombud.Domain.Measures;

namespace Ombud.Api.Measures;

/// <summary>A measure by itself.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">How many events it has; also its ETag.</param>
/// <param name="Title">What is done.</param>
/// <param name="Unit">The unit that carries it out: a code of the municipality's units.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Window">When it is to be done.</param>
/// <param name="Slips">Each time it was moved from one window to another, or out of it.</param>
/// <param name="Percent">How much is done; absent where it is not known, which is not 0.</param>
/// <param name="StartedOn">The day it was begun.</param>
/// <param name="CompletedOn">The day it was done.</param>
/// <param name="Recurrence">How often it recurs, in words.</param>
/// <param name="Recommendations">Those that it answers.</param>
/// <param name="ReportId">The report that it belongs to as a whole.</param>
/// <param name="Log">Every entry, in order of the days they bear.</param>
internal sealed record MeasureView(
    Guid Id,
    long Version,
    string Title,
    string? Unit,
    MeasureStatus Status,
    Window? Window,
    IReadOnlyList<Slip> Slips,
    int? Percent,
    LocalDate? StartedOn,
    LocalDate? CompletedOn,
    string? Recurrence,
    IReadOnlyList<Guid> Recommendations,
    Guid? ReportId,
    IReadOnlyList<LogEntry> Log
)
{
    public static MeasureView Of(Guid id, long version, Measure state) =>
        new(
            id,
            version,
            state.Title,
            state.Unit,
            state.Status,
            state.Window,
            state.Slips,
            state.Percent,
            state.StartedOn,
            state.CompletedOn,
            state.Recurrence,
            state.Recommendations,
            state.Report,
            [.. state.Log.Select(LogEntry.Of)]
        );
}

/// <summary>What one entry said; what is absent it left as it was.</summary>
/// <param name="LoggedOn">The day it happened.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Unit">The unit that carries it out: a code of the municipality's units.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Window">When it is to be done.</param>
/// <param name="Reasons">Why it was late.</param>
/// <param name="Percent">How much is done, 0 to 100.</param>
/// <param name="StartedOn">The day it was begun.</param>
/// <param name="CompletedOn">The day it was done.</param>
/// <param name="Recurrence">How often it recurs, in words.</param>
/// <param name="Note">A note, in words.</param>
internal sealed record LogEntry(
    LocalDate LoggedOn,
    string? Title,
    string? Unit,
    MeasureStatus? Status,
    Window? Window,
    IReadOnlyList<DelayReason> Reasons,
    int? Percent,
    LocalDate? StartedOn,
    LocalDate? CompletedOn,
    string? Recurrence,
    string? Note
)
{
    public static LogEntry Of(AdministrationFollowUpLogged e) =>
        new(e.OccurredOn, e.Title, e.Unit, e.Status, e.Window, e.Reasons, e.Percent, e.StartedOn, e.CompletedOn, e.Recurrence, e.Note);
}
