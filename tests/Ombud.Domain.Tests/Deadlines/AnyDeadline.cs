using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Ombud.Domain.Deadlines;

namespace Ombud.Domain.Tests.Deadlines;

/// <summary>
/// A deadline by any rule, with any term where the rule leaves it open, with up to three pauses of which the last may not have ended.
/// </summary>
internal static class AnyDeadline
{
    private static readonly LocalDate First = new(2000, 1, 1);

    private static readonly Gen<Term> Terms =
        from unit in Gen.Elements(Enum.GetValues<TermUnit>())
        from count in Gen.Choose(
            1,
            unit switch
            {
                TermUnit.Months => 24,
                TermUnit.Years => 5,
                TermUnit.Weeks => 60,
                _ => 400,
            }
        )
        select new Term(count, unit);

    private static readonly Gen<(int Wait, int Days)> WaitAndLength =
        from wait in Gen.Choose(0, 40)
        from days in Gen.Choose(0, 60)
        select (wait, days);

    private static readonly Gen<DueDateBasis> Bases =
        from rule in Gen.Elements(LawRules.All.ToArray())
        from start in Gen.Choose(0, 36_889).Select(First.PlusDays)
        from term in Terms
        from set in Gen.Choose(0, 400)
        from knownOn in Gen.Elements<LocalDate>(new(2023, 2, 27), new(2023, 2, 28))
        from pauses in Gen.Choose(0, 3).SelectMany(count => WaitAndLength.ArrayOf(count))
        from ended in Gen.Elements(true, true, false)
        from extended in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 90)))
        select new DueDateBasis(
            rule,
            start,
            rule.DateIsSet ? null : rule.Term ?? term,
            rule.DateIsSet ? start.PlusDays(set) : null,
            knownOn
        )
        {
            Pauses = Pauses(start, pauses, ended),
            ExtendedDays = extended,
        };

    public static void Always(Func<DueDateBasis, bool> law) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Bases.ToArbitrary(), law));

    private static List<Pause> Pauses(LocalDate start, IReadOnlyList<(int Wait, int Days)> pauseLengths, bool ended)
    {
        var (pauses, day) = (new List<Pause>(), start);
        foreach (var (wait, days) in pauseLengths)
        {
            var from = day.PlusDays(wait);
            day = from.PlusDays(days);
            pauses.Add(new(from, ended || pauses.Count + 1 < pauseLengths.Count ? day : null, PauseReason.PartyCausedDelay));
        }
        return pauses;
    }
}
