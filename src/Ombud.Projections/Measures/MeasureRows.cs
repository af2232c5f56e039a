using NodaTime;
using Ombud.Domain;
using Ombud.Domain.Measures;
using Ombud.Projections.Engine;

namespace Ombud.Projections.Measures;

/// <summary>One row for each measure, however many recommendations it answers, and one for each time that it slipped.</summary>
public static class MeasureRows
{
    public static ReadModel<Measure, MeasureRow> Measures { get; } =
        new("measures", Rows, _ => "", [new("history", "(tenant_id, recorded_from)")]);

    public static ReadModel<Measure, SlipRow> Slips { get; } =
        new("measure_slips", SlipsOf, slip => $"{slip.Place}", [new("history", "(tenant_id, recorded_from)")], version: 2);

    public static IEnumerable<MeasureRow> Rows(Measure state) =>
        [
            new(
                state.Title,
                state.Unit,
                state.UnitOn,
                state.Status,
                state.Window?.From,
                state.Window?.To,
                state.Window?.Precision,
                state.Window?.Words,
                state.Percent,
                state.StartedOn,
                state.CompletedOn,
                state.Recurrence,
                state.Log[^1].Note,
                state.Log[0].OccurredOn,
                state.Log[^1].OccurredOn,
                state.Recommendations,
                state.Report
            ),
        ];

    private static IEnumerable<SlipRow> SlipsOf(Measure state) =>
        state.Slips.Select(
            (slip, i) =>
                new SlipRow(
                    i,
                    slip.On,
                    slip.From?.From,
                    slip.From?.To,
                    slip.From?.Precision,
                    slip.From?.Words,
                    slip.To?.From,
                    slip.To?.To,
                    slip.To?.Precision,
                    slip.To?.Words,
                    [.. slip.Reasons.Select(reason => Codes.Of(reason))]
                )
        );
}

/// <param name="UnitOn">The day on which that unit was named.</param>
/// <param name="Note">Of the latest entry.</param>
/// <param name="RegisteredOn">The day of the first entry.</param>
/// <param name="LoggedOn">The day of the latest entry.</param>
public sealed record MeasureRow(
    string Title,
    string? Unit,
    LocalDate? UnitOn,
    MeasureStatus Status,
    LocalDate? WindowFrom,
    LocalDate? WindowTo,
    WindowPrecision? WindowPrecision,
    string? WindowWords,
    int? Percent,
    LocalDate? StartedOn,
    LocalDate? CompletedOn,
    string? Recurrence,
    string? Note,
    LocalDate RegisteredOn,
    LocalDate LoggedOn,
    IReadOnlyList<Guid> Recommendations,
    Guid? Report
)
{
    public Window? Window() => MeasureWindow.Of(WindowFrom, WindowTo, WindowPrecision, WindowWords);
}

/// <param name="Place">Counted from 0, in order of the days.</param>
/// <param name="Reasons">Codes of the reasons.</param>
public sealed record SlipRow(
    int Place,
    LocalDate SlippedOn,
    LocalDate? OldFrom,
    LocalDate? OldTo,
    WindowPrecision? OldPrecision,
    string? OldWords,
    LocalDate? NewFrom,
    LocalDate? NewTo,
    WindowPrecision? NewPrecision,
    string? NewWords,
    IReadOnlyList<string> Reasons
)
{
    public Slip Slip() =>
        new(
            SlippedOn,
            MeasureWindow.Of(OldFrom, OldTo, OldPrecision, OldWords),
            MeasureWindow.Of(NewFrom, NewTo, NewPrecision, NewWords),
            [.. Reasons.Select(Codes.Read<DelayReason>)]
        );
}

/// <summary>A window out of its columns.</summary>
internal static class MeasureWindow
{
    public static Window? Of(LocalDate? from, LocalDate? to, WindowPrecision? precision, string? words) =>
        from is { } first && to is { } last && precision is { } exact ? new(first, last, exact, words) : null;
}
