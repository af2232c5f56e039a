using NodaTime;
using Ombud.Domain.Deadlines;

namespace Ombud.Domain.Tests.Deadlines;

/// <summary>Pauses counted on the fingers: day by day, and for terms in working days only the working days among them.</summary>
internal static class Lengthened
{
    public static LocalDate By(DueDateBasis basis, LocalDate end)
    {
        var calendar = basis.Calendar("NO");
        foreach (var pause in basis.Pauses)
            for (var day = pause.From; day < pause.To; day = day.PlusDays(1))
                if (basis.Term is not { Unit: TermUnit.WorkingDays })
                    end = end.PlusDays(1);
                else if (IsWorkingDay(day))
                    do end = end.PlusDays(1);
                    while (!IsWorkingDay(end));
        return end;

        bool IsWorkingDay(LocalDate day) =>
            (int)day.DayOfWeek <= 5 && !calendar.On(day).Any(holiday => basis.Rule.MovedBy.Contains(holiday.Day.Class));
    }
}
