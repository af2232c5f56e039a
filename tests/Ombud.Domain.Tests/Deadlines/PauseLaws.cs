using NodaTime;
using Ombud.Domain.Deadlines;
using static Ombud.Domain.Tests.Days;

namespace Ombud.Domain.Tests.Deadlines;

/// <summary>No pause, and pauses of several lengths, on every rule with a term and every day it can begin on from 2000 to 2100.</summary>
public sealed class PauseLaws
{
    private static readonly int[] Lengths = [0, 1, 4, 31];

    private sealed record Paused(DeadlineRule Rule, LocalDate Start, DueDateBasis Basis, DueDate[] ByLength)
    {
        public override string ToString() =>
            $"{Rule.Id} version {Rule.Version} from {Start:uuuu-MM-dd}: {string.Join(", ", ByLength.Select(due => due.ToString()))}";
    }

    private static IEnumerable<Paused> Everything =>
        from rule in LawRules.All
        where rule.Term is not null
        from start in Each(Day("2000-01-01"), Day("2100-12-31"))
        let basis = TheDeadline.Basis(rule, start, Day("2023-02-28"))
        select new Paused(
            rule,
            start,
            basis,
            [.. Lengths.Select(days => DueDate.Of(days == 0 ? basis : Pause(basis, days), rule.Country!))]
        );

    private static DueDateBasis Pause(DueDateBasis basis, int days) =>
        basis with
        {
            Pauses = [new(basis.StartsOn.PlusDays(2), basis.StartsOn.PlusDays(2 + days), PauseReason.AwaitingOtherBody)],
        };

    [Fact]
    public void a_pause_lengthens_the_raw_date_by_its_days_and_a_longer_one_is_never_due_earlier() =>
        Everything
            .FirstOrDefault(paused =>
                paused
                    .ByLength.Zip(Lengths)
                    .Any(one => one.First.RawDueOn != Lengthened.By(Pause(paused.Basis, one.Second), paused.ByLength[0].RawDueOn))
                || paused.ByLength.Zip(paused.ByLength.Skip(1)).Any(pair => pair.First.DueOn > pair.Second.DueOn)
            )
            .ShouldBeNull();
}
