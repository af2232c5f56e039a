using NodaTime;
using Ombud.Domain.Calendars;
using Ombud.Domain.Deadlines;
using static Ombud.Domain.Tests.Deadlines.AnyDeadline;

namespace Ombud.Domain.Tests.Deadlines;

/// <summary>
/// What holds for a deadline with any term, pauses, and extension. The country is Denmark's where the rule is of neither law.
/// </summary>
public sealed class AnyDeadlineLaws
{
    private static DueDate Due(DueDateBasis basis) => DueDate.Of(basis, "DK");

    [Fact]
    public void pauses_and_extensions_lengthen_the_raw_date_by_their_days() =>
        Always(basis =>
            Due(basis).RawDueOn
            == Lengthened.By(basis, Due(basis with { Pauses = [], ExtendedDays = 0 }).RawDueOn).PlusDays(basis.ExtendedDays)
        );

    [Fact]
    public void one_pause_more_is_never_due_earlier() =>
        Always(basis =>
            basis
                .Pauses.Select((_, left) => Due(basis with { Pauses = [.. basis.Pauses.Where((_, i) => i != left)] }))
                .All(less => less.RawDueOn <= Due(basis).RawDueOn && less.DueOn <= Due(basis).DueOn)
        );

    [Fact]
    public void the_order_of_pauses_does_not_matter() =>
        Always(basis => Due(basis) == Due(basis with { Pauses = [.. basis.Pauses.Reverse()] }));

    [Fact]
    public void a_date_that_was_set_never_moves_by_itself() =>
        Always(basis => basis.SetOn is null || Due(basis).DueOn == Due(basis).RawDueOn);

    [Fact]
    public void a_term_ends_on_the_first_open_day_from_its_raw_date() =>
        Always(basis =>
        {
            if (basis.Term is null)
                return true;
            var (closed, due) = (ClosedDays.Of(basis.Rule.Country!, basis.CalendarKnownOn, basis.Rule.MovedBy), Due(basis));
            return due.DueOn == Days.Each(due.RawDueOn, due.RawDueOn.PlusDays(closed.LongestRun)).First(day => !closed[day]);
        });

    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    [InlineData("da")]
    [InlineData("en")]
    public void an_explanation_names_the_due_date_and_every_pause(string language) =>
        Always(basis =>
        {
            var said = Explanation.Of(basis, "DK", DateTimeZoneProviders.Tzdb["Europe/Copenhagen"], language);
            // While a deadline stands still it has no last day.
            var ends = basis.Pauses is [.., { To: null }] ? [] : new[] { Due(basis).DueOn, Due(basis).RawDueOn };
            return ends.Concat(basis.Pauses.Select(pause => pause.From))
                .All(day => said.Any(sentence => sentence.Contains(DateWords.Day(day, language), StringComparison.Ordinal)));
        });
}
