using NodaTime;
using Ombud.Domain.Deadlines;
using static Ombud.Domain.Tests.Days;

namespace Ombud.Domain.Tests.Deadlines;

/// <summary>Deadlines by the rules that come with Ombud.</summary>
internal static class TheDeadline
{
    public static readonly RuleBook Norway = new("NO", [], []);
    public static readonly RuleBook Denmark = new("DK", [], []);

    /// <param name="start">Also the day whose knowledge of holidays holds, unless another is given.</param>
    public static DueDateBasis Starting(string rule, string start, string? knownOn = null) =>
        Basis(
            (rule.StartsWith("NO", StringComparison.Ordinal) ? Norway : Denmark).InForce(rule, Day(start))!,
            Day(start),
            Day(knownOn ?? start)
        );

    public static DueDateBasis SetTo(string date, string rule = "ombud.request", string asked = "2023-03-01") =>
        new(Norway.InForce(rule, Day(asked))!, Day(asked), null, Day(date), Day(asked));

    public static DueDateBasis Basis(DeadlineRule rule, LocalDate start, LocalDate knownOn) => new(rule, start, rule.Term, null, knownOn);

    public static Pause Paused(string from, string to) => new(Day(from), Day(to), PauseReason.AwaitingOtherBody);

    public static void ShouldBeDue(this DueDateBasis basis, string raw, string due) =>
        DueDate.Of(basis, basis.Rule.Country ?? "NO").ShouldBe(new(Day(raw), Day(due)));
}
