using NodaTime;
using Ombud.Projections.FollowUp;

namespace Ombud.Api.FollowUp.Timeline;

/// <summary>
/// Where days are in a drawing: whole quarters from the first day shown to the last, with the day of the follow-up among them.
/// </summary>
public sealed class TimelineScale
{
    private const int MostQuarters = 16;

    private readonly LocalDate _from,
        _to;
    private readonly int _left,
        _width;

    private TimelineScale(LocalDate from, LocalDate to, int left, int width) => (_from, _to, _left, _width) = (from, to, left, width);

    public static TimelineScale Of(FollowUpReport followUp, TimelineLayout layout)
    {
        var days = followUp.Measures.SelectMany(Days).Append(followUp.On).ToList();
        // The last bar's words need room after it.
        return new(Quarter(days.Min()), Quarter(days.Max()).PlusMonths(3), layout.Left, layout.Width - layout.Left);
    }

    /// <summary>The place where a day begins.</summary>
    public int Of(LocalDate day) => _left + (int)((long)_width * Period.DaysBetween(_from, day) / Period.DaysBetween(_from, _to));

    /// <summary>The place where it ends.</summary>
    public int EndOf(LocalDate day) => Of(day.PlusDays(1));

    /// <summary>The first day of each quarter, or of each year where there are many.</summary>
    public IEnumerable<LocalDate> Ticks
    {
        get
        {
            var step = Period.Between(_from, _to, PeriodUnits.Months).Months <= 3 * MostQuarters ? 3 : 12;
            for (var day = step == 3 ? _from : new(_from.Year, 1, 1); day < _to; day = day.PlusMonths(step))
                if (day >= _from)
                    yield return day;
        }
    }

    private static IEnumerable<LocalDate> Days(MeasureLine measure) =>
        measure
            .Slips.SelectMany(slip => new[] { slip.From, slip.To })
            .Append(measure.Window)
            .OfType<Domain.Measures.Window>()
            .SelectMany(window => new[] { window.From, window.To })
            .Concat(measure.CompletedOn is { } completed ? [completed] : []);

    private static LocalDate Quarter(LocalDate day) => new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);
}
