using NodaTime;
using NodaTime.Text;
using Ombud.Domain.Calendars;

namespace Ombud.Domain.Deadlines;

/// <summary>A period in which a deadline is suspended: from the day it was paused up to, not including, the day it ran again.</summary>
/// <param name="From">The day it was paused.</param>
/// <param name="To">Null while it is paused.</param>
/// <param name="Reason">Why it was paused.</param>
public sealed record Pause(LocalDate From, LocalDate? To, PauseReason? Reason)
{
    /// <summary>Its calendar days; 0 while it has not ended.</summary>
    public int Days => To is { } to ? Period.DaysBetween(From, to) : 0;

    /// <summary>
    /// By how much it lengthens a term: a term in working days by the working days in it, any other by its calendar days.
    /// </summary>
    public Term Lengthens(Term? term, HolidayCalendar calendar, IReadOnlyCollection<DayClass> closed) =>
        term is { Unit: TermUnit.WorkingDays } && To is { } to
            ? new(calendar.WorkingDaysBetween(From.PlusDays(-1), to.PlusDays(-1), closed), TermUnit.WorkingDays)
            : new(Days, TermUnit.Days);

    public bool Covers(LocalDate day) => day >= From && !(day >= To);

    /// <summary>
    /// Reads <c>2023-03-10/2023-03-20</c>, where two dots stand for no end and a reason may follow:
    /// <c>2023-03-10/.. awaiting_other_body</c>.
    /// </summary>
    public static Pause? Parse(string text)
    {
        var (days, reason) = text.Split(' ', 2) is [var first, var second] ? (first, second) : (text, null);
        if (days.Split('/') is not [var from, var to] || LocalDatePattern.Iso.Parse(from) is not { Success: true } start)
            return null;
        var known = Enum.GetValues<PauseReason>().Cast<PauseReason?>().FirstOrDefault(each => Codes.Of(each!.Value) == reason);
        return reason is not null && known is null ? null
            : to == ".." ? new(start.Value, null, known)
            : LocalDatePattern.Iso.Parse(to) is { Success: true } end && end.Value >= start.Value ? new(start.Value, end.Value, known)
            : null;
    }

    public override string ToString() =>
        $"{From:uuuu-MM-dd}/{(To is { } to ? $"{to:uuuu-MM-dd}" : "..")}{(Reason is { } reason ? $" {Codes.Of(reason)}" : "")}";
}
